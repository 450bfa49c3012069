namespace Layar.Cases.Acts;

/// <summary>What a person typed or chose for an act.</summary>
internal sealed class ActInput
{
    public string? Words { get; set; }

    /// <summary>Code of a reason.</summary>
    public string? Code { get; set; }

    /// <summary>Division, programme, agency or officer.</summary>
    public string? Choice { get; set; }

    public DateOnly? Until { get; set; }

    /// <summary>What speaks against the grant of this programme was shown; whoever goes on says why.</summary>
    public string? Warned { get; set; }

    public int? Version { get; set; }
}
