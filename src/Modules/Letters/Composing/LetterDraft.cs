using Layar.Letters.Contracts;
using Layar.Letters.Register;
using Layar.Letters.Templates;

namespace Layar.Letters.Composing;

/// <summary>What the drafter may write. Lines are one entry each; what is empty is left out of the letter.</summary>
internal sealed record LetterDraft
{
    public SignatureWay Way { get; init; } = SignatureWay.OfficeKey;

    /// <summary>Shown instead of the person's name when nobody is known by name.</summary>
    public string? Name { get; init; }
    public string? MoreRows { get; init; }
    public string? Addressee { get; init; }
    public LetterNature Nature { get; init; }

    /// <summary>How many files go with the letter; none when it is empty.</summary>
    public int? Enclosures { get; init; }
    public string? Programmes { get; init; }
    public string? Unit { get; init; }
    public string? Statement { get; init; }
    public string? Basis { get; init; }
    public string? Facts { get; init; }
    public string? Purpose { get; init; }
    public string? Conditions { get; init; }
    public string? Reasons { get; init; }
    public string? NextSteps { get; init; }
    public string? Considerations { get; init; }
    public string? Bases { get; init; }
    public string? Tasks { get; init; }

    /// <summary>One person a line: <c>nama; NIP; pangkat; jabatan</c>.</summary>
    public string? Assignees { get; init; }
    public string? Place { get; init; }
    public DateOnly? StartDate { get; init; }
    public DateOnly? EndDate { get; init; }
    public string? Vehicle { get; init; }
    public string? Copies { get; init; }
    public int? ValidDays { get; init; }
    public string? Contact { get; init; }

    /// <summary>Longest text of one field; a letter is one page, two at most.</summary>
    public const int Longest = 3000;

    public static IReadOnlyList<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    public static string? Text(IReadOnlyList<string>? lines) => lines is { Count: > 0 } ? string.Join("\n", lines) : null;

    /// <summary>The draft that a stored document was made from.</summary>
    public static LetterDraft Of(LetterDocument letter, SignatureWay way, int? validDays)
    {
        string? Field(string name) => letter.Fields.GetValueOrDefault(name);
        string? List(string name) => Text(letter.Lists.GetValueOrDefault(name));
        DateOnly? Day(string name) => Field(name) is { } day ? DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture) : null;
        int? Whole(string name) => Field(name) is { } number ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : null;
        return new LetterDraft
        {
            Way = way, ValidDays = validDays, Addressee = Field("addressee"), Nature = LetterNatures.Of(Field("nature")), Enclosures = Whole("enclosures"), Programmes = List("programmes"), Unit = Field("unit"),
            Statement = Field("statement"), Basis = Field("basis"), Facts = List("facts"), Purpose = Field("purpose"), Conditions = List("conditions"),
            Reasons = List("reasons"), NextSteps = List("next-steps"), Considerations = List("considerations"), Bases = List("bases"), Tasks = List("tasks"),
            Place = Field("place"), StartDate = Day("start-date"), EndDate = Day("end-date"), Vehicle = Field("vehicle"), Contact = Field("contact"),
            Copies = Text(letter.Copies), Name = letter.Subject.FirstOrDefault(r => r.Strong)?.Value,
            Assignees = Text([.. letter.Assignees.Select(a => string.Join("; ", a.Name, a.Nip, a.Rank, a.Position))]),
            MoreRows = Text([.. letter.Subject.Where(r => !PersonRows.Labels.Contains(r.Label)).Select(r => $"{r.Label}: {r.Value}")]),
        };
    }

    public static bool Has(LetterKind kind, string field) => kind switch
    {
        LetterKind.Recommendation => field is "Addressee" or "Programmes" or "Unit" or "Statement" or "Purpose" or "Conditions" or "MoreRows" or "ValidDays" or "Contact",
        LetterKind.Statement => field is "Statement" or "Basis" or "Facts" or "Purpose" or "MoreRows" or "ValidDays",
        LetterKind.Assignment => field is "Considerations" or "Bases" or "Tasks" or "Assignees" or "Place" or "StartDate" or "EndDate" or "Vehicle",
        LetterKind.Refusal => field is "Addressee" or "Reasons" or "Bases" or "NextSteps" or "MoreRows" or "Contact",
        _ => false,
    };
}
