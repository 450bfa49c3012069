using Layar.Catalogue.Contracts;
using Microsoft.AspNetCore.Http;

namespace Layar.Cases.Visits.FillVisit;

/// <summary>Reads one screen of the form from a post; fields are named after their questions.</summary>
internal static class FilledScreen
{
    private const string Shown = "Shown";

    public static string Name(string question) => "q-" + question;

    /// <summary>The questions that the screen showed: those it names itself, and any other that came with an answer.</summary>
    public static IReadOnlyList<Question> Questions(IFormCollection form, QuestionGroup group)
    {
        var shown = form[Shown].ToHashSet(StringComparer.Ordinal);
        return [.. group.Questions.Where(q => shown.Contains(q.Code) || form.ContainsKey(Name(q.Code)))];
    }

    public static Dictionary<string, string[]> Answers(IFormCollection form, IEnumerable<Question> questions) =>
        questions.Where(q => q.Type != QuestionType.Photo)
            .ToDictionary(q => q.Code, q => form[Name(q.Code)].Where(v => !string.IsNullOrEmpty(v)).Select(v => v!).ToArray(), StringComparer.Ordinal);

    /// <summary>Photos whose box "Hapus" was ticked.</summary>
    public static HashSet<Guid> Removed(IFormCollection form) =>
        [.. form["Removed"].Select(v => Guid.TryParse(v, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    public static Position? Position(IFormCollection form) => Visits.Position.Read(form["Latitude"], form["Longitude"], form["Accuracy"]);
}
