using Layar.Catalogue.Contracts;

namespace Layar.Catalogue.SelfCheck;

/// <summary>One question of the self-check.</summary>
internal sealed record CheckQuestion
{
    /// <summary>Name of the field and of the value in the address.</summary>
    public required string Code { get; init; }
    public required QuestionKind Kind { get; init; }

    /// <summary><c>{area}</c> is the name of the area served.</summary>
    public required LocalText Text { get; init; }
    public required LocalText? Hint { get; init; }

    /// <summary>Of <see cref="QuestionKind.Number"/>: what the number is.</summary>
    public required string? Fact { get; init; }
    public required IReadOnlyList<CheckOption> Options { get; init; }

    /// <summary>Some answer to it makes this fact known, of the person or of the house.</summary>
    public bool Tells(string fact) => Fact == fact || Options.Any(o => o.Sets.Concat(o.Member).Any(e => e.Fact == fact));
}

internal enum QuestionKind { Number, One, Many }

/// <param name="Code">value in the address</param>
/// <param name="Text">for the citizen</param>
/// <param name="Sets">what it says of the person or the household</param>
/// <param name="Member">what it says of somebody who lives there</param>
/// <param name="None">denies all other options of a many question</param>
internal sealed record CheckOption(string Code, LocalText Text, IReadOnlyList<Effect> Sets, IReadOnlyList<Effect> Member, bool None);

/// <summary>One fact that an answer makes known.</summary>
internal sealed record Effect(string Fact, bool? Is, int? Low, int? High, string? Choice, IReadOnlyList<string> In);
