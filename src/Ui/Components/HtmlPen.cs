using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Layar.Ui.Components;

/// <summary>
/// Writes HTML in one go, for what stands on a page fifty times: <c>pen.Write($"&lt;td&gt;{name}&lt;/td&gt;")</c>. The letters of the template go out as they stand,
/// every text between braces is encoded; only <see cref="IHtmlContent"/> writes itself.
/// </summary>
public readonly struct HtmlPen(TextWriter writer, HtmlEncoder encoder)
{
    private readonly TextWriter writer = writer;
    private readonly HtmlEncoder encoder = encoder;

    public void Write([InterpolatedStringHandlerArgument("")] Template template) => _ = template;

    /// <summary>What the compiler makes of a template: its pieces are written as they come.</summary>
    [InterpolatedStringHandler]
    public readonly struct Template
    {
        private readonly HtmlPen pen;

        public Template(int literalLength, int formattedCount, HtmlPen pen) => (_, _, this.pen) = (literalLength, formattedCount, pen);

        public void AppendLiteral(string markup) => pen.writer.Write(markup);

        public void AppendFormatted(string? text)
        {
            if (text is not null) pen.encoder.Encode(pen.writer, text);
        }

        public void AppendFormatted(int number) => pen.writer.Write(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(IHtmlContent? html) => html?.WriteTo(pen.writer, pen.encoder);
    }
}
