using System.Runtime.CompilerServices;
using Layar.Eligibility.Language;

namespace Layar.Architecture.Tests;

/// <summary>The rule language is a library: whoever wants to ask its rules needs nothing else of Layar.</summary>
[Trait("Kind", "architecture")]
public sealed class EligibilityTests
{
    private static readonly Type[] Types = [.. typeof(Rule).Assembly.GetTypes().Where(t => !t.IsNested && !t.IsDefined(typeof(CompilerGeneratedAttribute), false))];

    [Fact]
    public void Eligibility_knows_neither_modules_nor_web_nor_database() =>
        Assert.DoesNotContain(typeof(Rule).Assembly.GetReferencedAssemblies(), r => r.Name!.StartsWith("Layar.", StringComparison.Ordinal)
            || r.Name.StartsWith("Microsoft.", StringComparison.Ordinal) || r.Name.StartsWith("System.Data", StringComparison.Ordinal));

    [Fact]
    public void Classes_of_eligibility_are_sealed() =>
        Assert.DoesNotContain(Types, t => t is { IsClass: true, IsAbstract: false, IsSealed: false });

    [Fact]
    public void Files_of_eligibility_are_short() =>
        Assert.DoesNotContain(House.Sources(".cs").Where(f => f.Contains(Path.Combine("src", "Eligibility") + Path.DirectorySeparatorChar, StringComparison.Ordinal)), f => File.ReadLines(f).Count() > 180);
}
