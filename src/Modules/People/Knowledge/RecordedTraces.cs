using Layar.Catalogue.Contracts;
using Layar.Kernel.Time;
using Layar.People.Categories;
using Layar.People.Participation;
using Layar.People.Persons;

namespace Layar.People.Knowledge;

/// <summary>What was recorded of a person, as traces.</summary>
internal static class RecordedTraces
{
    /// <summary>Null for a resource (PSKS), and for what does not hold today.</summary>
    public static Trace? Type(PersonCategory row, Func<string> code, PersonWords words)
    {
        var over = row.Until is { } until && until < words.Today;
        if (row.Kind == CategoryKind.Psks || over || row.Since > words.Today) return null;
        var kind = row.Kind switch { CategoryKind.Ppks => TraceKind.Ppks, CategoryKind.Label => TraceKind.Label, _ => TraceKind.Disability };
        return new(kind, code(), [], words.Source(row.Source), row.StatedFor);
    }

    /// <summary>A NIK begins with the kabupaten where the person was registered first.</summary>
    public static Trace NikArea(string nik, string area, DateTime recordedAt, PersonWords words) =>
        new(TraceKind.Person, "nik-area", [RegisteredTraces.Here(nik.StartsWith(area.Replace(".", "", StringComparison.Ordinal), StringComparison.Ordinal))], words.Text("people.known.nik"), Wita.Day(recordedAt));

    /// <summary>Null for what has not begun.</summary>
    public static Trace? Received(ProgrammeParticipation row, PersonWords words) => row.Since > words.Today ? null
        : new(TraceKind.Programme, row.Programme, [], words.Source(row.Source), row.StatedFor, row.Until is { } until && until < words.Today ? until : null);
}
