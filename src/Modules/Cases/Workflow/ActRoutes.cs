using Layar.Cases.Contracts;

namespace Layar.Cases.Workflow;

/// <summary>Where an act is done: at once from the case page, on the page of acts, or on a page of its own.</summary>
internal enum ActPlace { AtOnce, Form, OwnPage }

/// <param name="Slug">last word of the address below the case</param>
internal sealed record ActRoute(CaseActKind Act, ActPlace Place, string Slug, string Icon)
{
    public string Href(string number) => $"/petugas/kasus/{number}/{Slug}";
}

/// <summary>The one table from act to address.</summary>
internal static class ActRoutes
{
    private static readonly Dictionary<CaseActKind, ActRoute> All = new ActRoute[]
    {
        new(CaseActKind.MarkComplete, ActPlace.OwnPage, "periksa", "clipboard-check"),
        new(CaseActKind.RequestCompletion, ActPlace.OwnPage, "periksa", "message-plus"),
        new(CaseActKind.AnswerQuestion, ActPlace.OwnPage, "periksa", "message"),
        new(CaseActKind.CancelRequest, ActPlace.OwnPage, "periksa", "x"),
        new(CaseActKind.ScheduleVisit, ActPlace.OwnPage, "kunjungan", "calendar"),
        new(CaseActKind.RecordNobodyHome, ActPlace.OwnPage, "kunjungan", "door-exit"),
        new(CaseActKind.RecordVisit, ActPlace.OwnPage, "kunjungan", "home-check"),
        new(CaseActKind.Approve, ActPlace.AtOnce, "setujui", "check"),
        new(CaseActKind.Return, ActPlace.Form, "kembalikan", "arrow-back-up"),
        new(CaseActKind.Acknowledge, ActPlace.AtOnce, "mengetahui", "eye-check"),
        new(CaseActKind.Forward, ActPlace.Form, "teruskan", "arrow-right"),
        new(CaseActKind.AssignProgramme, ActPlace.Form, "program", "gift"),
        new(CaseActKind.IssueLetter, ActPlace.OwnPage, "surat", "file-certificate"),
        new(CaseActKind.HandOver, ActPlace.OwnPage, "serahkan", "signature"),
        new(CaseActKind.RevokeLetter, ActPlace.OwnPage, "surat", "ban"),
        new(CaseActKind.Reject, ActPlace.Form, "tolak", "circle-x"),
        new(CaseActKind.ReferOut, ActPlace.Form, "rujuk", "switch-horizontal"),
        new(CaseActKind.RecordAgencyAnswer, ActPlace.Form, "jawaban-instansi", "building-community"),
        new(CaseActKind.Merge, ActPlace.OwnPage, "gabung", "arrow-merge"),
        new(CaseActKind.Split, ActPlace.Form, "pisahkan", "arrows-split"),
        new(CaseActKind.Postpone, ActPlace.Form, "tunda", "player-pause"),
        new(CaseActKind.Resume, ActPlace.Form, "lanjutkan", "player-play"),
        new(CaseActKind.Withdraw, ActPlace.Form, "batalkan", "user-off"),
        new(CaseActKind.Reopen, ActPlace.Form, "buka-lagi", "lock-open"),
        new(CaseActKind.Archive, ActPlace.Form, "arsipkan", "archive"),
        new(CaseActKind.MarkUrgent, ActPlace.Form, "darurat", "bolt"),
        new(CaseActKind.MarkNotUrgent, ActPlace.Form, "bukan-darurat", "ban"),
        new(CaseActKind.RecordResponse, ActPlace.Form, "penanganan", "ambulance"),
        new(CaseActKind.AddNote, ActPlace.Form, "catatan", "note"),
        new(CaseActKind.NameOfficer, ActPlace.Form, "petugas", "user-check"),
    }.ToDictionary(r => r.Act);

    public static ActRoute Of(CaseActKind act) => All[act];

    /// <summary>The act of the page of acts under this word; null for words of other pages.</summary>
    public static ActRoute? Form(string slug) => All.Values.FirstOrDefault(r => r.Slug == slug && r.Place != ActPlace.OwnPage);
}
