using System.Text.Json;
using System.Text.Json.Serialization;
using Layar.Catalogue.Contracts;
using Layar.Letters.Contracts;
using Layar.Letters.Wording;

namespace Layar.Letters.Books;

/// <summary>One number book: what is written into it and how its numbers read.</summary>
/// <param name="Approval">null: the chain of the service; empty: nobody needs to agree</param>
internal sealed record NumberBook(string Code, LetterKind Kind, LetterNumber Template, int? ValidDays, string? Classification, IReadOnlyList<ApprovalStep>? Approval, string LegalBasis);

/// <summary>In which position a role signs, and in whose name. <c>{kabid}</c> and <c>{bidang}</c> stand for those of the case.</summary>
internal sealed record SignerRule(string Role, string Position, string? OnBehalfOf = null, string? ByOrderOf = null);

/// <summary>The number books of the office, read once from <c>Data/books.json</c> or the file of the same name in the catalogue folder.</summary>
internal sealed class NumberBooks
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };
    private readonly Content content;

    public NumberBooks(string? folder)
    {
        content = JsonSerializer.Deserialize<Content>(Read(folder), Json)!;
        Books = [.. content.Books.Select(b => new NumberBook(b.Code, b.Kind, LetterNumber.Parse(b.Template), b.ValidDays, b.Classification, b.Approval, b.LegalBasis))];
        if (Books.Select(b => b.Code).Distinct().Count() != Books.Count) throw new InvalidDataException("books.json: a book stands twice.");
        if (Enum.GetValues<LetterKind>().FirstOrDefault(k => Books.All(b => b.Kind != k)) is var missing && missing != 0)
            throw new InvalidDataException($"books.json: no book for {missing}.");
    }

    public IReadOnlyList<NumberBook> Books { get; }

    public string DefaultClassification => content.DefaultClassification;

    public NumberBook For(LetterKind kind) => Books.First(b => b.Kind == kind);

    /// <summary>The kind of letter that ends this service.</summary>
    public LetterKind MainKind(Service? service) =>
        service?.LetterKind is { } name && content.LetterKinds.TryGetValue(name, out var kind) ? kind : LetterKind.Recommendation;

    public IReadOnlyList<ApprovalStep> Chain(NumberBook book, Service? service) =>
        book.Approval ?? (service is { Approval.Count: > 0 } ? service.Approval : content.DefaultApproval);

    public SignerRule Signer(string role) =>
        content.Signers.FirstOrDefault(s => s.Role == role) ?? throw new InvalidDataException($"books.json: nobody says how {role} signs.");

    private static string Read(string? folder)
    {
        if (folder is not null && Path.Combine(folder, "books.json") is var own && File.Exists(own)) return File.ReadAllText(own);
        using var stream = typeof(NumberBooks).Assembly.GetManifestResourceStream("Letters.Data.books.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Content(
        IReadOnlyList<Entry> Books, IReadOnlyDictionary<string, LetterKind> LetterKinds, string DefaultClassification,
        IReadOnlyList<ApprovalStep> DefaultApproval, IReadOnlyList<SignerRule> Signers);

    private sealed record Entry(string Code, LetterKind Kind, string Template, int? ValidDays, string? Classification, IReadOnlyList<ApprovalStep>? Approval, string LegalBasis);
}
