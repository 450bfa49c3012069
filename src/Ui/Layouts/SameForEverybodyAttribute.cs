namespace Layar.Ui.Layouts;

/// <summary>A page without token, cookie and name, whose bytes are the same for whoever asks: it is packed once, as small as it can be.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SameForEverybodyAttribute : Attribute;
