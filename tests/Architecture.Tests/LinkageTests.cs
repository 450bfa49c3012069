using System.Runtime.CompilerServices;
using Layar.Linkage.Running;

namespace Layar.Architecture.Tests;

/// <summary>Record linkage is a library: whoever wants to link files needs nothing else of Layar.</summary>
[Trait("Kind", "architecture")]
public sealed class LinkageTests
{
    private static readonly Type[] Types = [.. typeof(RecordLinker).Assembly.GetTypes().Where(t => !t.IsNested && !t.IsDefined(typeof(CompilerGeneratedAttribute), false))];

    [Fact]
    public void Linkage_knows_neither_modules_nor_web_nor_database() =>
        Assert.DoesNotContain(typeof(RecordLinker).Assembly.GetReferencedAssemblies(), r => r.Name!.StartsWith("Layar.", StringComparison.Ordinal)
            || r.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || r.Name.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal));

    [Fact]
    public void Classes_of_linkage_are_sealed() =>
        Assert.Empty(Types.Where(t => t is { IsClass: true, IsAbstract: false, IsSealed: false }).Select(t => t.FullName));

    [Fact]
    public void Files_of_linkage_are_short() =>
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(House.Root, "src", "Linkage"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Contains("obj") && File.ReadLines(f).Count() > 180));
}
