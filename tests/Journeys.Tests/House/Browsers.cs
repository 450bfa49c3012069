using Microsoft.Playwright;

namespace Layar.Journeys.Tests.House;

/// <summary>
/// The Chromium of Debian. Desks and pages are walked in its shell without windows, which starts no process for the browser's own pages;
/// telephones need the whole browser: it keeps what is shared, synchronises behind a closed page and replaces workers as on a phone.
/// </summary>
internal static class Browsers
{
    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static Task<IBrowser> Shell(IPlaywright playwright) => Launch(playwright, "/usr/bin/chromium-headless-shell");

    public static Task<IBrowser> Whole(IPlaywright playwright) =>
        Launch(playwright, "/usr/bin/chromium", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");

    private static Task<IBrowser> Launch(IPlaywright playwright, string program, params string[] more) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = [.. Flags, .. more] });
}
