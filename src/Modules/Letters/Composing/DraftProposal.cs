using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Letters.Books;
using Layar.Letters.Contracts;

namespace Layar.Letters.Composing;

/// <summary>What stands in the form before the drafter writes a word.</summary>
internal sealed class DraftProposal(ICatalogue catalogue, NumberBooks books)
{
    public LetterDraft For(LetterKind kind, LetterMatter matter)
    {
        var instance = catalogue.Instance;
        var division = instance.Divisions.FirstOrDefault(d => d.Code == matter.Case.Division)?.Name.Id;
        var draft = new LetterDraft { ValidDays = books.For(kind).ValidDays, Contact = $"WhatsApp {instance.WhatsApp}", Copies = division is null ? null : $"Kepala {division}\nArsip" };
        return kind switch
        {
            LetterKind.Recommendation => draft with { Programmes = matter.Programme?.Id ?? matter.Service?.Name.Id ?? matter.Case.Programme, Unit = division, Purpose = null },
            LetterKind.Statement => draft with { Basis = matter.Case.Milestones.ContainsKey(PublicStep.Visit) ? "hasil kunjungan rumah petugas" : $"laporan nomor {matter.Case.Number}" },
            LetterKind.Assignment => draft with
            {
                Bases = $"Tugas dan fungsi {instance.OfficeShort}.\nLaporan nomor {matter.Case.Number}.", Tasks = "Melaksanakan kunjungan rumah dan asesmen.", Copies = "Arsip",
            },
            LetterKind.Refusal => draft with { Addressee = matter.Person?.Name is { } name ? $"Sdr. {name}" : null, Reasons = Reasons(matter.Case), Copies = "Arsip" },
            _ => draft,
        };
    }

    private string? Reasons(CaseSummary summary) => LetterDraft.Text(
        [.. new[] { summary.ReasonCode is { } code ? catalogue.Reason(code)?.Text.Id : null, summary.ReasonText }.OfType<string>().Where(t => t.Length > 0)]);
}
