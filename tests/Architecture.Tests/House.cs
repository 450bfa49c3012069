using System.Reflection;
using Layar.Host;

namespace Layar.Architecture.Tests;

/// <summary>The repository and its assemblies, for the rules below.</summary>
internal static class House
{
    public static readonly string Root = FindRoot();

    public static IReadOnlyList<Assembly> Assemblies => Modules.Assemblies;

    public static IEnumerable<Assembly> ModuleAssemblies => Assemblies.Where(a => a.GetName().Name is not ("Layar.Kernel" or "Layar.Ui"));

    public static IEnumerable<string> Sources(params string[] endings) =>
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(p => p is "bin" or "obj") && endings.Contains(Path.GetExtension(f)));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Layar.slnx"))) folder = Path.GetDirectoryName(folder)!;
        return folder;
    }
}
