using Layar.Identity.Contracts;
using Layar.Identity.Sessions;
using Layar.Kernel.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Layar.Identity.Staff.CreateAccount;

[StaffPage(Roles.Administrator)]
internal sealed class CreateAccountModel(CreateAccountHandler handler, ICurrentStaff staff, TextCatalogue texts) : PageModel
{
    [BindProperty] public AccountForm Input { get; set; } = new();

    /// <summary>Shown once.</summary>
    public string? Password { get; private set; }

    public Guid Created { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var outcome = await handler.Run(Input, staff.Required.As([Roles.Administrator]), stop);
        return outcome.Match(made =>
        {
            (Created, Password) = (made.Account.Id.Value, made.Password);
            return Page();
        }, refusal => this.Refused(refusal, texts));
    }
}
