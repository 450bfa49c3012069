using Microsoft.AspNetCore.Mvc.Rendering;

namespace Layar.Ui.Components;

/// <summary>The order in which the fields stand on the page, as they were drawn.</summary>
internal static class FieldOrder
{
    private static readonly object Key = new();

    public static void Note(ViewContext page, string name)
    {
        var places = Places(page);
        places.TryAdd(name, places.Count);
    }

    /// <summary>What belongs to no field comes first; a field that the page draws itself, at its <c>field-place</c>, or last.</summary>
    public static int Of(ViewContext page, string name) => name.Length == 0 ? -1 : Places(page).GetValueOrDefault(name, int.MaxValue);

    private static Dictionary<string, int> Places(ViewContext page)
    {
        if (page.HttpContext.Items[Key] is Dictionary<string, int> known) return known;
        var begun = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        page.HttpContext.Items[Key] = begun;
        return begun;
    }
}
