using System.Reflection;
using System.Runtime.CompilerServices;

namespace Layar.Architecture.Tests;

[Trait("Kind", "architecture")]
public sealed class ShapeTests
{
    private static readonly string[] BannedNames = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utilities", "Common", "Dto", "Base", "Misc"];

    [Fact]
    public void Classes_of_modules_are_sealed()
    {
        var open = Own(House.Assemblies).Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false } && !HasHeir(t)).Select(t => t.FullName);

        Assert.Empty(open);
    }

    [Fact]
    public void Modules_show_only_their_contracts_and_their_module_class()
    {
        var shown = Own(House.ModuleAssemblies).Where(t => t.IsVisible
            && !(t.Namespace ?? "").Contains(".Contracts", StringComparison.Ordinal)
            && !t.Name.EndsWith("Module", StringComparison.Ordinal)
            && !IsPage(t) && !IsBoundByPage(t)).Select(t => t.FullName);

        Assert.Empty(shown);
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        var bad = Own(House.Assemblies).Select(t => t.Name).Where(n => BannedNames.Any(b => n == b || n.EndsWith(b, StringComparison.Ordinal)))
            .Concat(House.Sources(".cs").Where(f => Path.GetFileName(f) == "Extensions.cs"));

        Assert.Empty(bad);
    }

    [Fact]
    public void Kernel_and_ui_know_no_module()
    {
        foreach (var assembly in House.Assemblies.Where(a => a.GetName().Name is "Layar.Kernel" or "Layar.Ui"))
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), r => r.Name!.StartsWith("Layar.", StringComparison.Ordinal) && r.Name is not "Layar.Kernel");
    }

    [Fact]
    public void No_source_file_is_a_wall()
    {
        var walls = House.Sources(".cs", ".cshtml").Select(f => (File: Path.GetRelativePath(House.Root, f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 260);

        Assert.Empty(walls);
    }

    private static IEnumerable<Type> Own(IEnumerable<Assembly> assemblies) => assemblies.SelectMany(a => a.GetTypes())
        .Where(t => !t.IsNested && !t.IsDefined(typeof(CompilerGeneratedAttribute), false) && t.Namespace?.StartsWith("Layar.", StringComparison.Ordinal) == true);

    private static bool HasHeir(Type type) => House.Assemblies.SelectMany(a => a.GetTypes()).Any(t => t.BaseType == type || (t.BaseType is { IsGenericType: true } b && b.GetGenericTypeDefinition() == type));

    /// <summary>What a page binds from a form must be as visible as the page.</summary>
    private static bool IsBoundByPage(Type type) => type.Assembly.GetTypes().Where(IsPage).SelectMany(p => p.GetProperties())
        .Select(p => p.PropertyType).Any(p => p == type || p.GetElementType() == type || p.GetGenericArguments().Contains(type));

    private static bool IsPage(Type type) => typeof(Microsoft.AspNetCore.Mvc.RazorPages.PageModel).IsAssignableFrom(type)
        || type.Namespace == "AspNetCoreGeneratedDocument";
}
