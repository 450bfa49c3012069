using System.Globalization;

namespace Layar.Catalogue.Contracts;

/// <summary>One text of the data files in both languages.</summary>
public sealed record LocalText(string Id, string En)
{
    /// <summary>English for an English reader, Indonesian for everybody else.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Id;

    /// <summary>The text for the reader of this request.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);
}
