using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Host.Demo.Correspondence;
using Layar.Kernel.Time;
using Layar.Letters.Composing;
using Layar.Letters.Contracts;

namespace Layar.Host.Demo.Arrivals;

/// <summary>What the drafter of a demo letter writes into the form that the product proposes.</summary>
internal sealed class DemoDrafts(DraftProposal proposal, ICatalogue catalogue, DemoWords words)
{
    public LetterDraft Of(LetterKind kind, LetterMatter matter, DemoLetter letter, string? village)
    {
        var random = new Random(letter.Seed);
        var draft = proposal.For(kind, matter) with
        {
            Way = letter.OnPaper ? Letters.Register.SignatureWay.Paper : Letters.Register.SignatureWay.OfficeKey,
            Name = matter.Person?.Name is null ? matter.Case.Secret ? "Nama disamarkan" : "Belum diketahui namanya" : null,
        };
        var day = Wita.Day(letter.SignedAt);
        return kind switch
        {
            LetterKind.Recommendation => draft with
            {
                Addressee = DemoWords.Pick(random, words.Say.Addressees), Programmes = Programme(matter, day), Statement = DemoWords.Pick(random, words.Say.Statement), Purpose = words.Say.Purpose[0],
            },
            LetterKind.Statement => draft with { Statement = $"{DemoWords.Pick(random, words.Say.Statement)}.", Purpose = words.Say.Purpose[0] },
            LetterKind.Assignment => draft with
            {
                Tasks = $"Melaksanakan layanan {Programme(matter, day)}.\nMelaporkan hasilnya kepada kepala bidang.", Assignees = "Jamilah; Pendamping sosial\nUtuh Mahyudin; Pengemudi",
                Place = village, StartDate = day.AddDays(1), EndDate = day.AddDays(1 + random.Next(5)), Vehicle = "Kendaraan dinas",
            },
            _ => draft,
        };
    }

    private string Programme(LetterMatter matter, DateOnly day) =>
        catalogue.Service(matter.Case.Programme ?? matter.Case.Service ?? "", day)?.Name.Id ?? "Layanan rujukan sosial";
}
