using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.SecondFactor;
using Layar.Kernel.Outcomes;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using QRCoder;

namespace Layar.Identity.OwnAccount.CodeApp;

[StaffPage]
internal sealed class CodeAppModel(UserManager<StaffAccount> users, TextCatalogue texts, CodeAppHandler handler) : OwnPage(users, texts)
{
    private readonly UserManager<StaffAccount> users = users;

    [BindProperty] public string? Code { get; set; }

    [BindProperty] public string? Password { get; set; }

    /// <summary>In groups of four, while the app learns it.</summary>
    public string? Secret { get; private set; }

    public string? Picture { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Shown once, right after they were made.</summary>
    public IReadOnlyList<string> FreshCodes { get; private set; } = [];

    public Task OnGetAsync() => Show();

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken stop)
    {
        await Load();
        return await After(await handler.Begin(Account, stop));
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken stop)
    {
        await Load();
        return await Codes(await handler.Confirm(Account, Me, Code ?? "", stop));
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken stop)
    {
        await Load();
        return await Codes(await handler.NewCodes(Account, Me, Password ?? "", stop));
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken stop)
    {
        await Load();
        return await After(await handler.TurnOff(Account, Me, Password ?? "", stop));
    }

    private async Task<IActionResult> After(Outcome outcome)
    {
        if (outcome.Refusal is not { } refusal) return RedirectToPage();
        await Show();
        return this.Refused(refusal, Texts);
    }

    private async Task<IActionResult> Codes(Outcome<IReadOnlyList<string>> outcome)
    {
        var done = outcome.TryGet(out var codes, out var refusal);
        if (done) FreshCodes = codes!;
        await Show();
        return done ? Page() : this.Refused(refusal!, Texts);
    }

    private async Task Show()
    {
        await Load();
        CodesLeft = Account.TotpOn ? await users.CountRecoveryCodesAsync(Account) : 0;
        if (Account.TotpOn || await users.GetAuthenticatorKeyAsync(Account) is not { } secret) return;
        Secret = string.Join(' ', secret.Chunk(4).Select(group => new string(group)));
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(Totp.Address(secret, Account.UserName, Texts["ui.product"]), QRCodeGenerator.ECCLevel.M);
        Picture = "data:image/png;base64," + Convert.ToBase64String(new PngByteQRCode(data).GetGraphic(5));
    }
}
