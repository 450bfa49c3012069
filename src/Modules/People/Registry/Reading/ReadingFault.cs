namespace Layar.People.Registry.Reading;

/// <summary>The file cannot be read. Nothing of it is kept; the sentence names the file and the place.</summary>
/// <param name="cause">the text is <c>people.registry.fault.</c> + cause</param>
/// <param name="values">values of the sentence; file, sheet and cell, never what stands in a cell</param>
internal sealed class ReadingFault(string cause, params object?[] values) : Exception(cause)
{
    public string Key { get; } = "people.registry.fault." + cause;

    public IReadOnlyList<object?> Values { get; } = values;
}
