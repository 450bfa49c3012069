using System.Security.Cryptography;
using System.Text;
using Layar.Identity.Accounts;
using Layar.Identity.OwnAccount;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;

namespace Layar.Identity.Staff;

/// <summary>What an administrator writes about a person.</summary>
internal sealed class AccountForm
{
    private const int LongestName = 150;

    public string? UserName { get; set; }

    public string? Name { get; set; }

    public string? Nip { get; set; }

    public string? Phone { get; set; }

    public Outcome<(string Name, string Nip, string Phone)> Read()
    {
        var name = Name?.Trim() ?? "";
        if (name.Length is < 2 or > LongestName) return new Refusal("identity.name.length", "Input.Name");
        return ReadNip().Then(nip => OwnAccountModel.Read(Phone).Match<Outcome<(string, string, string)>>(
            phone => (name, nip, phone), why => why.At("Input.Phone")));
    }

    /// <summary>User names stay ASCII lower case, so that two never look alike.</summary>
    public Outcome<string> ReadUserName()
    {
        var name = UserName?.Trim().ToLowerInvariant() ?? "";
        var fits = name.Length is >= 3 and <= 40 && char.IsAsciiLetterLower(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or '_');
        return fits ? name : new Refusal("identity.user-name.shape", "Input.UserName");
    }

    public static AccountForm Of(StaffAccount account, PersonalFields personal) => new()
    {
        UserName = account.UserName, Name = account.Name, Nip = personal.Open(account.Nip, PersonalFields.Nip, account),
        Phone = personal.Open(account.Phone, PersonalFields.Phone, account) is { } phone ? "0" + phone[3..] : null,
    };

    /// <summary>How the fields of this form stood; whoever writes over something else has not seen it.</summary>
    public static string Seen(StaffAccount account) =>
        Convert.ToHexString(SHA256.HashData([.. Encoding.UTF8.GetBytes(account.Name), 0, .. account.Nip ?? [], 0, .. account.Phone ?? []]).AsSpan(0, 12));

    private Outcome<string> ReadNip() => string.IsNullOrWhiteSpace(Nip) ? "" : Kernel.Numbers.Nip.Parse(Nip).Match<Outcome<string>>(n => n.Digits, why => why.At("Input.Nip"));
}
