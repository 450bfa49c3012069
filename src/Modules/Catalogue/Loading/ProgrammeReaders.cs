using Layar.Catalogue.Contracts;
using Layar.Eligibility.Facts;

namespace Layar.Catalogue.Loading;

/// <summary>Facts, dated figures and programmes from their files.</summary>
internal static class ProgrammeReaders
{
    public static FactEntry Fact(Entry e)
    {
        var type = e.Choice<FactType>("type");
        var source = e.OptionalString("choicesFrom");
        if (source is not (null or "programmes")) e.Fault("choicesFrom", $"'{source}' is none of programmes");
        return new(new FactDefinition
        {
            Code = e.String("code"), Type = type, Scope = e.Choice<FactScope>("scope"), Name = Words(e.Text("name")), Question = Words(e.Text("question")),
            Unit = e.OptionalText("unit") is { } unit ? Words(unit) : null, MaxAgeDays = e.OptionalNumber("maxAgeDays"),
            Choices = [.. e.Entries("choices").Select(Choice)],
            Lowest = e.OptionalNumber("lowest") ?? -2_000_000_000, Highest = e.OptionalNumber("highest") ?? 2_000_000_000,
        }, source is not null);
    }

    public static ParameterEntry Parameter(Entry e)
    {
        var (code, value, name, validity) = (e.String("code"), e.Number("value"), Words(e.Text("name")), e.Validity());
        var unit = e.Has("unit") ? e.Choice<FigureUnit>("unit") : FigureUnit.Number;
        if (value is > 2_000_000_000 or < -2_000_000_000) e.Fault("value", "lies beyond two billion");
        return new(new(code, validity.From, validity.To, Math.Clamp(value, -2_000_000_000, 2_000_000_000), name), unit, e.Flag("outsideRules"), validity);
    }

    public static ProgrammeEntry Programme(Entry e)
    {
        var programme = new ProgrammeEntry
        {
            Code = e.Code(),
            Kind = e.Choice<ProgrammeKind>("kind"),
            Level = e.Choice<GovernmentLevel>("level"),
            Unit = e.Choice<ProgrammeUnit>("unit"),
            Name = e.OptionalText("name"),
            Benefit = e.OptionalText("benefit"),
            Amounts = [.. e.Entries("amounts").Select(Amount)],
            Quota = e.OptionalText("quota"),
            Places = e.OptionalNumber("places"),
            Budget = Budget(e.Object("budget")),
            Requirements = e.Has("documents") ? [.. e.Entries("documents").Select(ServiceReader.Requirement)] : null,
            WorkingDays = e.OptionalNumber("workingDays"),
            Cost = e.OptionalText("cost"),
            Service = e.Code("service"),
            Division = e.Has("division") ? e.Code("division") : null,
            Spm = ServiceReader.Spm(e.Object("spm")),
            ExclusiveWith = e.Strings("exclusiveWith"),
            Rule = e.String("rule"),
            Components = [.. e.Entries("components").Select(Component)],
            MostPersons = e.OptionalNumber("mostPersons"),
            Validity = e.Validity(),
            Written = e.Written,
        };
        if (programme.Places < 1) e.Fault("places", "must be 1 or more");
        if (programme.MostPersons < 1) e.Fault("mostPersons", "must be 1 or more");
        if (programme.ExclusiveWith.Contains(programme.Code)) e.Fault("exclusiveWith", "excludes itself");
        foreach (var twice in programme.Components.GroupBy(c => c.Code).Where(g => g.Count() > 1)) e.Fault("components", $"'{twice.Key}' stands twice");
        return programme;
    }

    private static ProgrammeAmount Amount(Entry e)
    {
        var amount = new ProgrammeAmount(e.Long("rupiah"), e.Choice<AmountPeriod>("per"), e.Text("for"), e.Flag("awaitingConfirmation"));
        if (amount.Rupiah <= 0) e.Fault("rupiah", "must be above zero");
        e.Done();
        return amount;
    }

    private static ProgrammeBudget? Budget(Entry? e)
    {
        if (e is null) return null;
        var budget = new ProgrammeBudget(e.Long("rupiah"), e.Number("year"), e.String("line"));
        if (budget.Rupiah <= 0) e.Fault("rupiah", "must be above zero");
        if (budget.Year is < 2000 or > 2100) e.Fault("year", "must be a year of four digits");
        e.Done();
        return budget;
    }

    private static ComponentEntry Component(Entry e)
    {
        var component = new ComponentEntry(e.Code(), e.Text("name"), e.String("rule"), e.Long("yearlyRupiah"), e.OptionalNumber("most"), e.Flag("awaitingConfirmation"));
        if (component.YearlyRupiah <= 0) e.Fault("yearlyRupiah", "must be above zero");
        if (component.Most < 1) e.Fault("most", "must be 1 or more");
        e.Done();
        return component;
    }

    private static FactChoice Choice(Entry e)
    {
        var choice = new FactChoice(e.String("code"), Words(e.Text("name")));
        e.Done();
        return choice;
    }

    private static Words Words(LocalText text) => new(text.Id, text.En);
}
