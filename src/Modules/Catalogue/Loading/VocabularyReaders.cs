using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.Loading;

internal static class VocabularyReaders
{
    public static Tile Tile(Entry e) => new(e.Code(), e.Text("name"), e.Text("description"), e.Code("icon"), e.Strings("services"));

    public static DocumentKind Document(Entry e) => new()
    {
        Code = e.Code(),
        Name = e.Text("name"),
        Hint = e.Text("hint"),
        ValidityMonths = e.OptionalNumber("validityMonths"),
        AwaitingConfirmation = e.Flag("awaitingConfirmation"),
    };

    public static Problem Problem(Entry e) => new()
    {
        Code = e.Code(),
        Text = e.Text("text"),
        Short = e.Text("short"),
        Hint = e.Text("hint"),
        Icon = e.Code("icon"),
        Ppks = e.Strings("ppks"),
        Labels = e.Strings("labels"),
        DefaultService = e.OptionalString("defaultService"),
        Sensitive = e.Flag("sensitive"),
        Nature = e.Choice<Nature>("nature"),
        Keywords = e.Strings("keywords"),
    };

    public static PpksType Ppks(Entry e)
    {
        var type = new PpksType
        {
            Code = e.Code(),
            Number = e.Number("number"),
            Name = e.Text("name"),
            Unit = e.Choice<PpksUnit>("unit"),
            Sensitive = e.Flag("sensitive"),
            AgeFrom = e.OptionalNumber("ageFrom"),
            AgeBelow = e.OptionalNumber("ageBelow"),
            Sex = e.OptionalString("sex"),
        };
        _ = e.Flag("awaitingConfirmation");
        if (type.Sex is not (null or "L" or "P")) e.Fault("sex", "must be L or P");
        if (type.AgeBelow <= type.AgeFrom) e.Fault("ageBelow", "must be above ageFrom");
        return type;
    }

    public static OperationalLabel Label(Entry e) => new(e.Code(), e.Text("name"), e.Text("meaning"), e.Flag("sensitive"));

    public static EmergencyNumber Emergency(Entry e)
    {
        var number = new EmergencyNumber(e.String("number"), e.Text("name"), e.Text("for"));
        if (!number.Number.All(char.IsAsciiDigit)) e.Fault("number", "must be digits only");
        return number;
    }

    public static (IReadOnlyList<string> Areas, Agency Agency) Agency(Entry e) => (e.Strings("areas"), new Agency
    {
        Code = e.Code(),
        Name = e.Text("name"),
        Kind = e.Choice<AgencyKind>("kind"),
        Aliases = e.Strings("aliases"),
        Competence = e.Text("competence"),
        Keywords = e.Strings("keywords"),
        Nature = e.Choice<Nature>("nature"),
        AwaitingConfirmation = e.Flag("awaitingConfirmation"),
    });

    public static Reason Reason(Entry e, IReadOnlyDictionary<string, LocalText> objections)
    {
        LocalText? objection = null;
        if (e.OptionalString("objection") is { } code && !objections.TryGetValue(code, out objection))
            e.Fault("objection", $"unknown way to object '{code}'");
        var reason = new Reason
        {
            Code = e.Code(),
            Kind = e.Choice<ReasonKind>("kind"),
            Label = e.Text("label"),
            Text = e.Text("text"),
            Objection = objection,
            NeedsNote = e.Flag("needsNote"),
        };
        if (reason.Kind is ReasonKind.Reject or ReasonKind.OutOfDuty or ReasonKind.Archive && !e.Has("objection"))
            e.Fault("objection", "the citizen must learn how to object");
        return reason;
    }

    public static StatementPurpose Purpose(Entry e)
    {
        var purpose = new StatementPurpose(e.Code(), e.Text("name"), e.OptionalNumber("ceiling"), e.Validity());
        if (purpose.Ceiling is < 1 or > 10) e.Fault("ceiling", "must be a decile from 1 to 10");
        return purpose;
    }

    public static RetentionRule Retention(Entry e)
    {
        var rule = new RetentionRule(e.Code(), e.Text("name"), e.Text("what"), e.Number("months"), e.Validity());
        if (rule.Months is < 1 or > 600) e.Fault("months", "must be 1 to 600");
        return rule;
    }

    public static ClockPolicy Clock(Entry e)
    {
        var policy = new ClockPolicy
        {
            Key = e.Code("key"),
            Name = e.Text("name"),
            Amount = e.Number("amount"),
            Unit = e.Choice<ClockUnit>("unit"),
            HardLimit = e.OptionalNumber("hardLimit"),
            Pausable = e.Flag("pausable"),
            MaximumPause = e.OptionalNumber("maximumPause"),
            WarnAtPercent = e.Numbers("warnAtPercent"),
            AtEnd = e.Choice<ClockEnd>("atEnd"),
            Validity = e.Validity(),
        };
        if (policy.Amount < 1) e.Fault("amount", "must be 1 or more");
        if (policy.HardLimit < policy.Amount) e.Fault("hardLimit", "is shorter than amount");
        if (policy.MaximumPause is not null && !policy.Pausable) e.Fault("maximumPause", "the clock is not pausable");
        return policy;
    }
}
