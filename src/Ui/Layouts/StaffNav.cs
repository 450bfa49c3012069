using System.Globalization;
using System.Text.Encodings.Web;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;

namespace Layar.Ui.Layouts;

/// <summary>The menu of the staff. It stands twice on every page, beside the work and in the drawer of small screens.</summary>
public sealed class StaffNav(IReadOnlyList<StaffMenuGroup> groups, TextCatalogue texts) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write("<nav aria-label=\"");
        encoder.Encode(writer, texts["ui.menu.main"]);
        writer.Write("\">");
        foreach (var group in groups) Write(writer, encoder, group);
        writer.Write("</nav>");
    }

    private void Write(TextWriter writer, HtmlEncoder encoder, StaffMenuGroup group)
    {
        if (group.Title is not null)
        {
            writer.Write("<p class=\"nav-title\">");
            encoder.Encode(writer, texts.Say(group.Title)!);
            writer.Write("</p>");
        }
        writer.Write("<ul class=\"nav-group\">");
        foreach (var item in group.Items) Write(writer, encoder, item);
        writer.Write("</ul>");
    }

    private void Write(TextWriter writer, HtmlEncoder encoder, StaffMenuItem item)
    {
        writer.Write("<li><a class=\"nav-link\" href=\"");
        encoder.Encode(writer, item.Href);
        writer.Write(item.Current ? "\" aria-current=\"page\">" : "\">");
        Icon.Draw(item.Icon)?.WriteTo(writer, encoder);
        writer.Write("<span>");
        encoder.Encode(writer, texts.Say(item.Text)!);
        writer.Write("</span>");
        if (item.Count is > 0 and var count)
        {
            writer.Write(item.Urgent ? "<span class=\"nav-count nav-count-red\">" : "<span class=\"nav-count\">");
            writer.Write(count.ToString(CultureInfo.InvariantCulture));
            writer.Write("</span>");
        }
        writer.Write("</a></li>");
    }
}
