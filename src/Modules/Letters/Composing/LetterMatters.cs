using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;
using Layar.Letters.Books;
using Layar.Letters.Contracts;
using Layar.People.Contracts;

namespace Layar.Letters.Composing;

/// <summary>Gathers what a letter about a case is made from.</summary>
internal sealed class LetterMatters(IPersons persons, ICatalogue catalogue, IProgrammes programmes, NumberBooks books, TimeProvider clock)
{
    public DateOnly Today => Wita.Day(clock.GetUtcNow().UtcDateTime);

    /// <summary>What the head of division has granted; before that, what was asked for. Its chain, its letter and its archive code hold.</summary>
    public Service? ServiceOf(CaseSummary summary) => Known(ProgrammeOf(summary)?.Service ?? summary.Programme) ?? Known(summary.Service);

    public async Task<LetterMatter> Of(CaseSummary summary, LetterKind kind, CancellationToken stop)
    {
        var person = summary.PersonId is { } id ? await persons.Find(id, stop) : null;
        var service = ServiceOf(summary);
        var chain = books.Chain(books.For(kind), service);
        return new LetterMatter(summary, person?.Facts, service, chain.LastOrDefault(s => s.Action == ApprovalAction.Sign)?.Role ?? "") { Programme = ProgrammeOf(summary)?.Name };
    }

    private Programme? ProgrammeOf(CaseSummary summary) => summary.Programme is { } code ? programmes.Find(code, Today) : null;

    private Service? Known(string? code) => code is null ? null : catalogue.Service(code, Today);
}
