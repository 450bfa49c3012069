using System.Text.Json.Serialization;
using Layar.Letters.Contracts;

namespace Layar.Letters.Templates;

/// <summary>
/// Everything a letter says. Stored as JSON beside the case, printed from it, and fingerprinted over it: two letters
/// with the same content have the same fingerprint.
/// </summary>
internal sealed record LetterDocument
{
    public required LetterKind Kind { get; init; }
    public int TemplateVersion { get; init; } = 1;
    public required Letterhead Letterhead { get; init; }

    /// <summary>Null until the letter is signed: the number is reserved only then.</summary>
    public string? Number { get; init; }
    public required string City { get; init; }
    public required DateOnly Date { get; init; }
    public IReadOnlyList<LetterRow> Subject { get; init; } = [];

    /// <summary>Values for the fields that the template declares, unformatted: ISO dates, plain integers.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Lists { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    public IReadOnlyList<LetterAssignee> Assignees { get; init; } = [];
    public required Signatory Signatory { get; init; }
    public LetterSigning Signing { get; init; } = LetterSigning.Electronic;
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Null on a draft; set by <c>LetterPress.Mark</c>.</summary>
    public LetterVerification? Verification { get; init; }
}

/// <param name="Lines">Largest first: "PEMERINTAH KABUPATEN …", "DINAS SOSIAL".</param>
/// <param name="Address">Street, telephone, site and mail in one or more lines.</param>
/// <param name="Logo">The coat of arms as PNG or JPEG; an empty dashed frame when it is not set.</param>
internal sealed record Letterhead(IReadOnlyList<string> Lines, string Address, byte[]? Logo = null);

/// <param name="Strong">Printed bold: the name of the person.</param>
internal sealed record LetterRow(string Label, string Value, bool Strong = false);

internal sealed record LetterAssignee(string Name, string? Nip, string? Rank, string Position);

[JsonConverter(typeof(JsonStringEnumConverter<LetterSigning>))]
internal enum LetterSigning { Electronic, Paper }

[JsonConverter(typeof(JsonStringEnumConverter<ActingKind>))]
internal enum ActingKind { Definitive, Plt, Plh, Pj }

/// <summary>Who signs, and in whose name (Permendagri 1/2023): a.n. for the holder of the power, u.b. by order of a deputy.</summary>
internal sealed record Signatory
{
    public required string Position { get; init; }
    public required string Name { get; init; }
    public string? Rank { get; init; }
    public string? Nip { get; init; }
    public ActingKind Acting { get; init; }

    /// <summary>a.n.: the position whose power is used.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>u.b.: the position between, needs <see cref="OnBehalfOf"/>.</summary>
    public string? ByOrderOf { get; init; }

    /// <summary>The lines above the name, the last with its comma.</summary>
    public IReadOnlyList<string> Heading()
    {
        if (ByOrderOf is not null && OnBehalfOf is null) throw new InvalidOperationException("u.b. needs a.n.: whose power is it?");
        var title = Acting == ActingKind.Definitive ? Position : $"{Acting}. {Position}";
        if (OnBehalfOf is null) return [$"{title},"];
        return ByOrderOf is null
            ? [$"a.n. {OnBehalfOf}", $"{title},"]
            : [$"a.n. {OnBehalfOf}", $"{ByOrderOf},", "u.b.", $"{title},"];
    }
}

/// <param name="Code">Eight symbols without the hyphen.</param>
/// <param name="Address">Printed in the footer: host, /v/ and the code as people read it.</param>
/// <param name="QrText">What the QR code holds.</param>
/// <param name="Fingerprint">SHA-256 of the content, 64 lower-case hexadecimal digits.</param>
internal sealed record LetterVerification(string Code, string Address, string QrText, string Fingerprint);
