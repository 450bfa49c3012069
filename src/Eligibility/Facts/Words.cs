using System.Globalization;

namespace Layar.Eligibility.Facts;

/// <summary>One text in both languages.</summary>
public sealed record Words(string Id, string En)
{
    /// <summary>English for an English reader, Indonesian for everybody else.</summary>
    public string In(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? En : Id;
}
