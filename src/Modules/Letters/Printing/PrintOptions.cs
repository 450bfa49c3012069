namespace Layar.Letters.Printing;

/// <summary>Settings of the printer; the defaults print about ten letters a second on two cores.</summary>
internal sealed record PrintOptions
{
    /// <summary>Where the worker's script is written.</summary>
    public required string Folder { get; init; }
    public int Workers { get; init; } = 2;
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(20);
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A worker is replaced after so many letters, which gives its memory back.</summary>
    public int LettersPerWorker { get; init; } = 500;
    public int MemoryMegabytes { get; init; } = 1024;

    /// <summary>Debian's own Python: another one earlier in the path would not see Debian's WeasyPrint.</summary>
    public string Python { get; init; } = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";
}
