namespace Layar.Kernel.Numbers;

internal static class Mask
{
    /// <summary>Keeps the first and last symbols, a dot for each of the others.</summary>
    public static string Middle(string text, int first, int last) =>
        text.Length <= first + last ? new string('•', text.Length) : text[..first] + new string('•', text.Length - first - last) + text[^last..];
}
