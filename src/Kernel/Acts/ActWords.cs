using Layar.Kernel.Texts;

namespace Layar.Kernel.Acts;

/// <summary>The words for what was done: every module brings <c>module.did.Kind</c> for its acts.</summary>
public static class ActWords
{
    private static readonly string[] Rooms = ["cases", "intake", "letters", "people", "field", "survey", "identity", "privacy"];

    /// <summary>In the language of the reader; the kind itself when no module has words for it.</summary>
    public static string Did(this TextCatalogue texts, string kind) =>
        Rooms.Select(room => $"{room}.did.{kind}").FirstOrDefault(texts.Has) is { } key ? texts[key] : kind;
}
