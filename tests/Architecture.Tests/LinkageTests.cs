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
        Assert.DoesNotContain(Types, t => t is { IsClass: true, IsAbstract: false, IsSealed: false });

    [Fact]
    public void Files_of_linkage_are_short() =>
        Assert.DoesNotContain(House.Sources(".cs").Where(f => f.Contains(Path.Combine("src", "Linkage") + Path.DirectorySeparatorChar, StringComparison.Ordinal)), f => File.ReadLines(f).Count() > 180);
}
