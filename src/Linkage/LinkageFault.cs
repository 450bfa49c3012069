namespace Layar.Linkage;

/// <summary>Files or model cannot be used; the message says where and what to write instead.</summary>
public sealed class LinkageFault : Exception
{
    private LinkageFault(string message, bool inData)
        : base(message) => InData = inData;

    /// <summary>A row of a file is wrong, not the way in which it was asked for.</summary>
    public bool InData { get; }

    public static LinkageFault OfUse(string message) => new(message, inData: false);

    public static LinkageFault OfData(string message) => new(message, inData: true);
}
