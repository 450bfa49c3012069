using Layar.Letters.Verification;
using Layar.Letters.Wording;

namespace Layar.Letters.Templates;

/// <summary>The names every frame and every body may use, made from one document.</summary>
internal static class LetterScope
{
    public static TemplateScope Of(LetterDocument letter, LetterTemplate template)
    {
        var scope = new TemplateScope()
            .With("title", template.Title)
            .With("number", letter.Number)
            .With("city", letter.City)
            .With("date", IndonesianDate.Long(letter.Date))
            .With("letterhead-first", letter.Letterhead.Lines.Take(letter.Letterhead.Lines.Count > 1 ? 1 : 0), (s, line) => s.With("text", line))
            .With("letterhead-main", letter.Letterhead.Lines.Skip(letter.Letterhead.Lines.Count > 1 ? 1 : 0), (s, line) => s.With("text", line))
            .With("letterhead-address", letter.Letterhead.Address)
            .With("logo", Logo(letter.Letterhead.Logo))
            .With("subject", letter.Subject, (s, row) => s.With("label", row.Label).With("value", row.Value).With("strong", row.Strong))
            .With("assignees", letter.Assignees, (s, person) => s.With("name", person.Name).With("nip", person.Nip).With("rank", person.Rank).With("position", person.Position))
            .With("assignees-many", letter.Assignees.Count > 1)
            .With("signature-heading", letter.Signatory.Heading(), (s, line) => s.With("text", line))
            .With("signer-name", letter.Signatory.Name)
            .With("signer-rank", letter.Signatory.Rank)
            .With("signer-nip", letter.Signatory.Nip)
            .With("on-paper", letter.Signing == LetterSigning.Paper)
            .With("copies", letter.Copies, (s, copy) => s.With("text", copy));
        Mark(scope, letter);
        template.Fill(scope, letter);
        Open(scope, letter, template);
        return scope;
    }

    /// <summary>A letter to somebody opens with number, nature, enclosures and matter beside the place and date; others with their title.</summary>
    private static void Open(TemplateScope scope, LetterDocument letter, LetterTemplate template)
    {
        var matter = letter.Fields.ContainsKey("addressee") ? template.Matter : null;
        scope.With("addressed", matter is not null).WithPart("matter", matter?.Render(scope) ?? "");
    }

    private static void Mark(TemplateScope scope, LetterDocument letter)
    {
        var mark = letter.Verification;
        scope.With("verification", mark is not null)
            .With("verify-address", mark?.Address)
            .With("verify-code", mark?.Code)
            .With("fingerprint", mark?.Fingerprint)
            .With("fingerprint-short", mark is null ? null : $"{mark.Fingerprint[..8]}…{mark.Fingerprint[^8..]}")
            .WithPart("qr", mark is null ? "" : QrPicture.Svg(mark.QrText));
    }

    private static string? Logo(byte[]? bytes) => bytes switch
    {
        null => null,
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => $"data:image/png;base64,{Convert.ToBase64String(bytes)}",
        [0xFF, 0xD8, 0xFF, ..] => $"data:image/jpeg;base64,{Convert.ToBase64String(bytes)}",
        _ => throw new ArgumentException("The coat of arms must be a PNG or JPEG picture.", nameof(bytes)),
    };
}
