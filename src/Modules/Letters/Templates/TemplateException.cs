namespace Layar.Letters.Templates;

/// <summary>
/// A template and its data do not fit. Codes: template.tag, template.unclosed, template.unknown (a name nobody
/// declared), template.missing (declared, but without a value), template.format, template.file.
/// </summary>
internal sealed class TemplateException(string code, string source, string detail)
    : Exception($"Letter template {source}: {code}: {{{{{detail}}}}}")
{
    public string Code { get; } = code;
    public string Template { get; } = source;
    public string Detail { get; } = detail;
}
