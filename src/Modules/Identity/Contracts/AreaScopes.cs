namespace Layar.Identity.Contracts;

/// <summary>Dotted area codes as scopes of work.</summary>
public static class AreaScopes
{
    /// <summary><c>63.11.02</c> covers itself and <c>63.11.02.2004</c>, but not <c>63.11.021</c>.</summary>
    public static bool Covers(string scope, string code) =>
        code.StartsWith(scope, StringComparison.Ordinal) && (code.Length == scope.Length || code[scope.Length] == '.');
}

/// <summary>The areas a duty can be limited to, as people know them. The module of areas answers.</summary>
public interface IWorkAreas
{
    /// <summary>Kecamatan and villages of this installation, each kecamatan before its villages.</summary>
    IReadOnlyList<WorkArea> All { get; }

    string? Describe(string code);
}

/// <param name="Code">dotted code</param>
/// <param name="Name">as people say it</param>
/// <param name="Parent">name of the kecamatan of a village; null for a kecamatan</param>
public sealed record WorkArea(string Code, string Name, string? Parent);
