using System.Text.Encodings.Web;
using Layar.Kernel.Texts;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Html;

namespace Layar.Ui.Layouts;

/// <summary>The bar on top of staff pages: search, area, bell and the menu of the own account.</summary>
/// <param name="token">what a form sends along so that it is known as ours</param>
public sealed class StaffTop(Frame frame, IStaffFace staff, TextCatalogue texts, IHtmlContent token) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var pen = new HtmlPen(writer, encoder);
        if (frame.MaySearch) Search(pen);
        pen.Write($"""<span class="pill top-scope">{Icon.Of("map-pin")}<span>{staff.AreaScope}</span></span>""");
        if (staff.NotificationsHref is not null) Bell(pen);
        pen.Write($"""<details class="menu"><summary><span class="avatar" aria-hidden="true">{staff.Initials}</span><span class="visually-hidden">{texts["ui.account"]}: </span>""");
        pen.Write($"""<span><span class="menu-name">{staff.Name}</span><span class="menu-role">{staff.RoleTitle}</span></span></summary><div class="menu-panel">""");
        if (staff.AccountHref is not null) pen.Write($"""<a href="{staff.AccountHref}">{Icon.Of("user")}{texts["ui.account.open"]}</a>""");
        var (other, name) = frame.Language == "id" ? ("en", "English") : ("id", "Bahasa Indonesia");
        pen.Write($"""<a href="{frame.In(other)}" lang="{other}">{Icon.Of("language")}{name}</a><button type="button" data-keys-help hidden>{Icon.Of("keyboard")}{texts["ui.keys"]}</button><hr>""");
        pen.Write($"""<form method="post" action="{staff.SignOutHref}"><button type="submit">{Icon.Of("logout")}{texts["ui.signout"]}</button>{token}</form></div></details>""");
    }

    private void Search(HtmlPen pen)
    {
        pen.Write($"""<form class="top-search" role="search" aria-label="{texts["ui.search.everywhere"]}" action="{staff.SearchHref}" method="get">{Icon.Of("search")}<label class="visually-hidden" for="cari">{texts["ui.search"]}</label>""");
        pen.Write($"""<input class="input" id="cari" name="q" type="search" autocomplete="off" placeholder="{texts["ui.search.hint"]}" data-search><kbd class="key" aria-hidden="true">/</kbd></form>""");
    }

    private void Bell(HtmlPen pen)
    {
        pen.Write($"""<a class="top-bell" href="{staff.NotificationsHref}" aria-label="{(staff.Unread > 0 ? texts["ui.bell.count", staff.Unread] : texts["ui.bell"])}">{Icon.Of("bell")}""");
        if (staff.Unread > 0) pen.Write($"""<span class="top-dot" aria-hidden="true">{staff.Unread}</span>""");
        pen.Write($"</a>");
    }
}
