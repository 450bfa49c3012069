using Microsoft.AspNetCore.Http;

namespace Layar.Ui.Layouts;

/// <summary>How this instance presents itself. Without one the layouts show the plain product name.</summary>
public interface IInstanceFace
{
    string ProductName { get; }
    string OfficeName { get; }
    string ShortOffice { get; }
    /// <summary>As people dial it; empty when there is none.</summary>
    string EmergencyPhone { get; }
    /// <summary>Number in international form without plus (62812…); empty when there is none.</summary>
    string WhatsApp { get; }
}

/// <summary>Who is signed in, for the top bar of staff pages.</summary>
public interface IStaffFace
{
    /// <summary>Null when nobody is signed in: then the top bar shows no account and no search.</summary>
    string? Name { get; }
    string RoleTitle { get; }
    string Initials { get; }
    /// <summary>The area whose cases this person sees, such as "Semua kecamatan".</summary>
    string AreaScope { get; }
    string SearchHref => "/petugas/cari";
    /// <summary>What the search looks through; who has no such place in the menu gets no search.</summary>
    string SearchedHref => "/petugas/kasus";
    string SignOutHref => "/petugas/keluar";
    string? AccountHref => null;
    string? NotificationsHref => null;
    int Unread => 0;
}

/// <summary>The left menu of staff pages. Several modules may bring one; their groups stand one after another.</summary>
public interface IStaffMenu
{
    ValueTask<IReadOnlyList<StaffMenuGroup>> ReadAsync(HttpContext http);
}

/// <param name="Title">Text or key; null for the first group, which has no heading.</param>
public sealed record StaffMenuGroup(string? Title, IReadOnlyList<StaffMenuItem> Items);

/// <param name="Text">Text or key.</param>
/// <param name="Count">Shown when above zero.</param>
/// <param name="Current">The page belongs to this item.</param>
public sealed record StaffMenuItem(string Href, string Icon, string Text, int? Count = null, bool Current = false, bool Urgent = false);

