using Layar.Areas.Contracts;
using Layar.Cases.Contracts;
using Layar.Catalogue.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Layar.Kernel.Time;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Cases.Workflow;

/// <summary>The words for codes of a case, in the language of the reader.</summary>
internal sealed class CaseWords(TextCatalogue texts, ICatalogue catalogue, IProgrammes programmes, WorkingCalendar calendar, TimeProvider clock, IServiceProvider services)
{
    public string Text(string key, params object?[] values) => values.Length == 0 ? texts[key] : texts[key, values];

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => Wita.Day(Now);

    /// <summary>In the words of the staff.</summary>
    public string Step(CaseStep step) => texts[$"cases.step.{step}"];

    /// <summary>The button.</summary>
    public string Verb(CaseActKind act) => texts[$"cases.act.{act}"];

    /// <summary>The button that leads to the act: where something comes before it, that is what the button says.</summary>
    public string Offer(CaseActKind act) => texts.Has($"cases.offer.{act}") ? texts[$"cases.offer.{act}"] : Verb(act);

    /// <summary>What was done, for the timeline.</summary>
    public string Did(string kind) => texts.Did(kind);

    public string Role(string role) => texts.Has($"cases.role.{role}") ? texts[$"cases.role.{role}"] : role;

    public string Problem(string code) => catalogue.Problems.FirstOrDefault(p => p.Code == code)?.Text.ToString() ?? code;

    public string ProblemBriefly(string code) => catalogue.Problems.FirstOrDefault(p => p.Code == code)?.Short.ToString() ?? code;

    public string? Service(string? code) => code is null ? null : catalogue.Service(code, Today)?.Name.ToString() ?? code;

    public string? Programme(string? code) => code is null ? null : programmes.Find(code, Today)?.Name.ToString() ?? Service(code);

    public string? Division(string? code) => code is null ? null : catalogue.Instance.Divisions.FirstOrDefault(d => d.Code == code)?.Name.ToString() ?? code;

    public string? Agency(string? code) => code is null ? null : catalogue.Agencies.FirstOrDefault(a => a.Code == code)?.Name.ToString() ?? code;

    public string? Ppks(string? code) => code is null ? null : catalogue.PpksTypes.FirstOrDefault(p => p.Code == code)?.Name.ToString() ?? code;

    /// <summary>How a report came in, by the name that the office gives its channel.</summary>
    public string Channel(string code) => ChannelOf(code)?.Name.ToString() ?? code;

    public string ChannelIcon(string code) => ChannelOf(code)?.Way switch
    {
        "whatsapp" => "brand-whatsapp",
        "phone" => "phone",
        "walk-in" or "village" => "building-community",
        _ => "device-mobile",
    };

    private Channel? ChannelOf(string code) => catalogue.Instance.Channels.FirstOrDefault(c => c.Code == code);

    public string? Reason(string? code) => code is null ? null : catalogue.Reason(code)?.Label.ToString() ?? code;

    /// <summary>Village and kecamatan; the kecamatan alone when that is all that is known.</summary>
    public (string Near, string? Wide) Place(string? code)
    {
        if (code is null) return (texts["cases.area.unknown"], null);
        var areas = services.GetService<IAreas>();
        if (areas?.Find(code) is not { } area) return (code, null);
        return area.Level < 4 ? (area.Name, null) : (area.Name, areas.Find(area.ParentCode)?.Name);
    }

    public string Area(string? code) => Place(code) is var (near, wide) && wide is not null ? $"{near}, {wide}" : Place(code).Near;

    /// <summary>"2 jam lagi", "1 hari kerja", "lewat 20 mnt"; null when no clock runs.</summary>
    public string? Clock(DateTime? due)
    {
        if (due is not { } until) return null;
        var left = until - Now;
        var days = calendar.WorkingDaysBetween(Today, Wita.Day(until));
        return left > TimeSpan.FromHours(12) && days > 0 ? Wita.WorkingDays(days) : Wita.Left(left);
    }

    /// <summary>21 Nov 08.12</summary>
    public static string Moment(DateTime at)
    {
        var brief = Wita.Brief(at);
        return brief[(brief.IndexOf(' ', StringComparison.Ordinal) + 1)..].Replace(",", "", StringComparison.Ordinal);
    }

    /// <summary>A refusal as a sentence: acts and times among its values become words too.</summary>
    public string Say(Refusal refusal) => texts.Say(refusal);
}
