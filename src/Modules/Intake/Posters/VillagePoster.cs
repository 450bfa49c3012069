using System.Net;
using System.Text;
using Layar.Catalogue.Contracts;
using Layar.Intake.OnPhone;
using Layar.Intake.Reporting;
using Layar.Kernel.Installations;
using Layar.Kernel.Texts;

namespace Layar.Intake.Posters;

/// <summary>The poster of a village as a document to be printed: a QR code that begins a report there, and the ways without internet.</summary>
internal sealed class VillagePoster(ICatalogue catalogue, Installation installation, TextCatalogue texts)
{
    private static readonly string Page = Read();

    /// <param name="village">"Tabuan, Halong"</param>
    public string Of(string code, string village)
    {
        var qr = QrPicture.Of($"{installation.PublicAddress}{PhoneWizardModel.Path}#desa={code}");
        var (instance, page) = (catalogue.Instance, new StringBuilder(Page));
        foreach (var name in (string[])["question", "lead", "qr", "scan", "answer", "offline", "free"]) Put(name, texts.Official("intake.poster." + name));
        Put("title", texts.Official("intake.poster.title", village));
        Put("village", village);
        Put("address", new Uri(installation.PublicAddress).Authority);
        Put("office", $"{instance.AppName} · {instance.Office}");
        page.Replace("{{ways}}", Ways(instance)).Replace("{{side}}", $"{qr.Side}").Replace("{{modules}}", qr.Modules);
        return page.ToString();

        void Put(string name, string text) => page.Replace("{{" + name + "}}", WebUtility.HtmlEncode(text));
    }

    private string Ways(Instance instance)
    {
        var ways = instance.Channels.Where(c => c is { Public: true, Way: "whatsapp" or "phone" }).Select(c => (Name: c.Name.Id, c.Address))
            .Append((Name: texts.Official("intake.poster.emergency"), Address: instance.EmergencyPhone));
        return string.Concat(ways.Select(w => $"<tr><td>{WebUtility.HtmlEncode(w.Name)}</td><td>{WebUtility.HtmlEncode(w.Address)}</td></tr>"));
    }

    private static string Read()
    {
        using var stream = typeof(VillagePoster).Assembly.GetManifestResourceStream("Layar.Intake.Posters.poster.html")!;
        return new StreamReader(stream).ReadToEnd();
    }
}
