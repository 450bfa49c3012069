using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Numbers;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace Layar.Identity.OwnAccount;

[StaffPage]
internal sealed class OwnAccountModel(UserManager<StaffAccount> users, TextCatalogue texts, PersonalFields personal, Change change, ActRecorder acts)
    : OwnPage(users, texts)
{
    [BindProperty] public string? Phone { get; set; }

    public string? MaskedNip { get; private set; }

    public bool MayManageStaff => Me.Member.Has(Roles.Administrator);

    public async Task OnGetAsync()
    {
        await Load();
        MaskedNip = personal.Open(Account.Nip, PersonalFields.Nip, Account) is { } nip ? nip[..8] + "••••••" + nip[^4..] : null;
        Phone = personal.Open(Account.Phone, PersonalFields.Phone, Account) is { } phone ? "0" + phone[3..] : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await Load();
        var outcome = await Read(Phone).Match(number => Keep(number, stop), why => Task.FromResult<Outcome>(why));
        if (outcome.Refusal is { } refusal) return this.Refused(refusal, Texts);
        Say("identity.account.saved");
        return RedirectToPage();
    }

    /// <summary>International form, or empty text for no number.</summary>
    internal static Outcome<string> Read(string? phone) =>
        string.IsNullOrWhiteSpace(phone) ? "" : PhoneNumber.Parse(phone).Match<Outcome<string>>(p => p.International, why => why.At(nameof(Phone)));

    private Task<Outcome> Keep(string phone, CancellationToken stop) => change.Run(async () =>
    {
        Account.Phone = personal.Seal(phone, PersonalFields.Phone, Account);
        await acts.Record(Account.Id.Value, "PhoneChanged", Me.Actor, stop);
        return Outcome.Success;
    }, stop);
}
