namespace Layar.Identity.Sessions;

internal static class SignInAddress
{
    /// <summary>Where to sign in, and where to go afterwards.</summary>
    public static string SignIn(string? back) => back is null ? "/masuk" : $"/masuk?kembali={Uri.EscapeDataString(back)}";
}
