namespace Layar.Cases.Contracts;

/// <summary>Where a case stands; handbook 12.2 in the words of the staff.</summary>
public enum CaseStep
{
    /// <summary>Verifikasi kelengkapan, operator.</summary>
    Completeness,

    /// <summary>Menunggu pelapor; the promise to the reporter is paused.</summary>
    AwaitingReporter,

    /// <summary>Penjadwalan kunjungan, supervisor.</summary>
    VisitPlanning,

    /// <summary>Kunjungan terjadwal, supervisor.</summary>
    VisitScheduled,

    /// <summary>Reviu manajer.</summary>
    ManagerReview,

    /// <summary>Mengetahui kadis.</summary>
    HeadAcknowledgement,

    /// <summary>Manajer meneruskan ke bidang.</summary>
    Forwarding,

    /// <summary>Kabid menetapkan program.</summary>
    ProgrammeDecision,

    /// <summary>Surat rekomendasi disiapkan dan ditandatangani.</summary>
    LetterIssue,

    /// <summary>Surat siap diambil, front office.</summary>
    LetterReady,

    /// <summary>Penanganan darurat lebih dulu (TRC); berkas menyusul.</summary>
    UrgentResponse,

    /// <summary>Bukan wewenang: dirujuk ke SKPD atau lembaga lain.</summary>
    ReferredOut,

    /// <summary>Ditunda sampai hari tertentu.</summary>
    Postponed,

    Completed,
    Rejected,
    Withdrawn,

    /// <summary>Digabung ke kasus lain.</summary>
    Merged,

    Archived,
}

/// <summary>What can be done with a case. The name of the act in the record is the same word.</summary>
public enum CaseActKind
{
    MarkComplete,
    RequestCompletion,
    AnswerQuestion,
    CancelRequest,
    ScheduleVisit,
    RecordNobodyHome,
    RecordVisit,
    Approve,
    Return,
    Acknowledge,
    Forward,
    AssignProgramme,
    IssueLetter,
    HandOver,

    /// <summary>The letter that waited to be handed over was revoked: another one is to be made.</summary>
    RevokeLetter,
    Reject,
    ReferOut,
    RecordAgencyAnswer,
    Merge,
    Split,
    Postpone,
    Resume,
    Withdraw,
    Reopen,
    Archive,
    MarkUrgent,
    MarkNotUrgent,
    RecordResponse,
    AddNote,
    NameOfficer,
}

/// <summary>The seven steps that a citizen sees, in order.</summary>
public enum PublicStep { Received, Complete, Visit, Review, Forwarded, Letter, HandedOver }
