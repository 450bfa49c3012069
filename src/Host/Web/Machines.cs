namespace Layar.Host.Web;

/// <summary>Addresses for programs: their failures are JSON and never a page.</summary>
internal static class Machines
{
    public static bool AreAsking(HttpContext context) => context.Request.Path.StartsWithSegments("/api") || context.Request.Path.StartsWithSegments("/unggah");
}
