using Layar.Kernel.Numbers;

namespace Layar.Intake.Submission;

/// <summary>How the reporter can be reached.</summary>
internal static class ContactRules
{
    public static readonly string[] Channels = ["whatsapp", "phone", "email", "none"];

    internal readonly record struct Contact(string Channel, string? Value, string? LastFour);

    public static Contact Check(ContactInput? contact, Action<string, string, object?[]> fault)
    {
        var none = new Contact("none", null, null);
        var value = PlainText.Line(contact?.Value);
        switch (contact?.Channel)
        {
            case null when value is null:
            case "none":
                return none;
            case "whatsapp" or "phone":
                if (PhoneNumber.Parse(value).TryGet(out var number, out _)) return new Contact(contact.Channel, number.International, number.LastFour);
                fault("contact.value", "phone", []);
                return none;
            case "email":
                if (value is { Length: <= 254 } && value.IndexOf('@') is > 0 and var at && at == value.LastIndexOf('@') && value[at..].Contains('.') && !value.Contains(' '))
                    return new Contact("email", value.ToLowerInvariant(), null);
                fault("contact.value", "email", []);
                return none;
            default:
                fault("contact.channel", "channel", []);
                return none;
        }
    }
}
