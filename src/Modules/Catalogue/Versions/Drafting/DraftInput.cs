using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Versions.Drafting;

/// <summary>What the form of a draft holds. Empty rows at the end are for more; a row whose first field is empty goes away.</summary>
internal sealed class DraftInput
{
    private const int SpareRows = 2;

    public string? Code { get; set; }
    public string? Name { get; set; }
    public string? NameEn { get; set; }
    public string? Benefit { get; set; }
    public string? BenefitEn { get; set; }
    public ProgrammeKind Kind { get; set; }
    public GovernmentLevel Level { get; set; } = GovernmentLevel.Regency;
    public ProgrammeUnit Unit { get; set; }
    public string? Service { get; set; }
    public string? Division { get; set; }
    public string? Rule { get; set; }
    public List<AmountRow> Amounts { get; set; } = [];
    public List<ComponentRow> Components { get; set; } = [];
    public int? MostPersons { get; set; }
    public string? Quota { get; set; }
    public string? QuotaEn { get; set; }
    public int? Places { get; set; }
    public long? BudgetRupiah { get; set; }
    public int? BudgetYear { get; set; }
    public string? BudgetLine { get; set; }
    public List<PaperRow> Papers { get; set; } = [];
    public List<string?> Exclusive { get; set; } = [];
    public int? WorkingDays { get; set; }
    public string? Cost { get; set; }
    public string? CostEn { get; set; }
    public int? SpmService { get; set; }
    public string? SpmComponent { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public string? Basis { get; set; }
    public string? BasisEn { get; set; }
    public bool Awaits { get; set; }
    public string? Note { get; set; }
    public int Version { get; set; }

    public static DraftInput Of(Programme p) => new()
    {
        Code = p.Code, Name = p.Name.Id, NameEn = p.Name.En, Benefit = p.Benefit.Id, BenefitEn = p.Benefit.En, Kind = p.Kind, Level = p.Level, Unit = p.Unit, Service = p.Service, Division = p.Division,
        Rule = p.Rule.ToString(), MostPersons = p.MostPersons, Quota = p.Quota?.Id, QuotaEn = p.Quota?.En, Places = p.Places,
        BudgetRupiah = p.Budget?.Rupiah, BudgetYear = p.Budget?.Year, BudgetLine = p.Budget?.Line, WorkingDays = p.WorkingDays,
        Cost = p.Cost.Id, CostEn = p.Cost.En, SpmService = p.Spm?.Service, SpmComponent = p.Spm?.Component,
        From = p.Validity.From, To = p.Validity.To, Basis = p.Validity.LegalBasis.Id, BasisEn = p.Validity.LegalBasis.En, Awaits = p.Validity.AwaitingConfirmation,
        Amounts = [.. p.Amounts.Select(a => new AmountRow { Rupiah = a.Rupiah, Per = a.Per, For = a.For.Id, ForEn = a.For.En, Awaits = a.AwaitingConfirmation })],
        Components = [.. p.Components.Select(c => new ComponentRow { Code = c.Code, Name = c.Name.Id, NameEn = c.Name.En, Rule = c.Rule.ToString(), Yearly = c.YearlyRupiah, Most = c.Most, Awaits = c.AwaitingConfirmation })],
        Papers = [.. p.Requirements.Select(r => new PaperRow { Code = r.Document, Need = r.Need })],
        Exclusive = [.. p.ExclusiveWith],
    };

    /// <summary>Some empty rows at the end, without which a page without scripts could not take more. Rows keep their places: what was typed wrong is shown where it was typed.</summary>
    public DraftInput WithSpareRows()
    {
        Spare(Amounts, a => a.IsEmpty, () => new AmountRow(), SpareRows);
        Spare(Components, c => c.IsEmpty, () => new ComponentRow(), 1);
        Spare(Papers, p => p.IsEmpty, () => new PaperRow(), SpareRows);
        Spare(Exclusive, string.IsNullOrWhiteSpace, () => null, SpareRows);
        return this;
    }

    private static void Spare<T>(List<T> rows, Func<T, bool> isEmpty, Func<T> make, int wanted)
    {
        while (rows.Count < wanted || !rows.TakeLast(wanted).All(isEmpty)) rows.Add(make());
    }
}

internal sealed class AmountRow
{
    public long? Rupiah { get; set; }
    public AmountPeriod Per { get; set; }
    public string? For { get; set; }
    public string? ForEn { get; set; }
    public bool Awaits { get; set; }
    public bool IsEmpty => Rupiah is null && string.IsNullOrWhiteSpace(For);
}

internal sealed class ComponentRow
{
    public string? Code { get; set; }
    public string? Name { get; set; }
    public string? NameEn { get; set; }
    public string? Rule { get; set; }
    public long? Yearly { get; set; }
    public int? Most { get; set; }
    public bool Awaits { get; set; }
    public bool IsEmpty => string.IsNullOrWhiteSpace(Code) && string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Rule);
}

internal sealed class PaperRow
{
    public string? Code { get; set; }
    public RequirementNeed Need { get; set; }
    public bool IsEmpty => string.IsNullOrWhiteSpace(Code);
}
