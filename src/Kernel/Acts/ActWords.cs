using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Layar.Kernel.Texts;

namespace Layar.Kernel.Acts;

/// <summary>The words for what was done: every module brings <c>module.did.Kind</c> for its acts, and no two modules the same kind.</summary>
public static class ActWords
{
    private const string Mark = ".did.";

    private static readonly ConditionalWeakTable<TextCatalogue, FrozenDictionary<string, string>> Known = [];

    /// <summary>In the language of the reader; the kind itself when no module has words for it.</summary>
    public static string Did(this TextCatalogue texts, string kind) => KeyOf(texts, kind) is { } key ? texts[key] : kind;

    /// <summary>Some module has words for this kind of act.</summary>
    public static bool HasDid(this TextCatalogue texts, string kind) => KeyOf(texts, kind) is not null;

    private static string? KeyOf(TextCatalogue texts, string kind) => Known.GetValue(texts, Gather).GetValueOrDefault(kind);

    private static FrozenDictionary<string, string> Gather(TextCatalogue texts) => texts.In(TextCatalogue.Indonesian).Keys
        .Where(k => k.IndexOf('.', StringComparison.Ordinal) == k.IndexOf(Mark, StringComparison.Ordinal) && k.Contains(Mark, StringComparison.Ordinal))
        .GroupBy(k => k[(k.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length)..], StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Order(StringComparer.Ordinal).First(), StringComparer.Ordinal);
}
