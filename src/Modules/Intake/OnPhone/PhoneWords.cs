using System.Text.Encodings.Web;
using System.Text.Json;
using Layar.Catalogue.Contracts;
using Layar.Intake.Reporting;
using Layar.Kernel.Texts;
using Layar.Ui.Layouts;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Layar.Intake.OnPhone;

/// <summary>Sentences and facts that the scripts on the phone put together, in the language of the page.</summary>
internal sealed class PhoneWords(TextCatalogue texts, ICatalogue catalogue, IInstanceFace face, IFileVersionProvider versions)
{
    // The names on the phone and the texts they stand for.
    private static readonly (string Name, string Key)[] Said =
    [
        ("kept", "intake.where.kept"), ("photos", "intake.check.photos.count"), ("point", "intake.check.point"), ("empty", "intake.check.empty"), ("due", "intake.sent.due"), ("fault", "ui.error"),
        ("share", "intake.sent.share.text"), ("whoSelf", "intake.who.title.self"), ("nameSelf", "intake.who.name.self"), ("urgent", "intake.danger.yes"), ("voice", "intake.voice.title"),
    ];

    private static readonly string[] OfPhone =
        ["kb", "full", "closed", "others", "now", "minutes", "hours", "days", "waits", "taken", "untitled", "line", "tried", "notYet", "stopped", "sentAt", "photosFollow", "sure", "helperDraft", "helperWaits", "helperStopped", "helperReady", "helperOpen", "helperSend", "helperProgress"];

    private static readonly string[] Faults =
        ["danger", "for", "problem", "where", "landmark-long", "story", "story-long", "nik", "channel", "phone", "secrecy"];

    private static readonly (string Name, string Key)[] Steps =
    [
        ("bahaya", "danger"), ("untuk", "whom"), ("masalah", "what"), ("foto", "photos"), ("lokasi", "where"), ("cerita", "story"), ("orang", "who"), ("kontak", "contact"),
    ];

    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Json()
    {
        var words = Said.Select(s => (s.Name, Text: texts[s.Key]))
            .Concat(OfPhone.Select(name => (name, texts["intake.phone.say." + name])))
            .Concat(Faults.Select(code => ("error." + code, texts["intake.error." + code].Replace(":N0", "", StringComparison.Ordinal))))
            .Concat(Steps.Select(step => ("step." + step.Name, texts["intake.check." + step.Key])))
            .ToDictionary(w => w.Item1, w => (object)w.Item2);
        words["step"] = string.Format(texts["ui.step"], "{0}", 9);
        words["consent"] = SendDraft.ConsentVersion;
        words["drawer"] = versions.AddFileVersionToPath("", "/_content/Layar.Ui/js/phone-drawer.js");
        words["helper"] = versions.AddFileVersionToPath("", "/_content/Layar.Ui/js/phone-helper.js");
        words["rest"] = PhoneWizardModel.Address(PhoneDrawerModel.Path, null);
        words["whatsApp"] = face.WhatsApp;
        words["sms"] = catalogue.Instance.Channels.FirstOrDefault(c => c.Way == "phone")?.Address ?? catalogue.Instance.WhatsApp;
        words["sensitive"] = catalogue.Problems.Where(p => p.Sensitive).Select(p => p.Code).ToArray();
        words["keptSecret"] = catalogue.Problems.Where(p => Answers.KeptSecret(catalogue, p)).Select(p => p.Code).ToArray();
        return JsonSerializer.Serialize(words, Plain);
    }
}
