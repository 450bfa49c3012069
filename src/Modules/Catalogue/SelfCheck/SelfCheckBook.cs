using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.SelfCheck;

/// <summary>The questions of this office.</summary>
/// <param name="Questions">five to eight, in their order</param>
/// <param name="Area">name of the area served</param>
internal sealed record SelfCheckBook(IReadOnlyList<CheckQuestion> Questions, string Area)
{
    public string Words(LocalText text) => text.ToString().Replace("{area}", Area, StringComparison.Ordinal);
}
