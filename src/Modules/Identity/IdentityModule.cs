using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Demo;
using Layar.Identity.Devices;
using Layar.Identity.Face;
using Layar.Identity.OwnAccount.ChangePassword;
using Layar.Identity.OwnAccount.CodeApp;
using Layar.Identity.OwnAccount.Passkeys;
using Layar.Identity.Passkeys;
using Layar.Identity.Passwords;
using Layar.Identity.SecondFactor;
using Layar.Identity.Refused;
using Layar.Identity.Sessions;
using Layar.Identity.SignIn;
using Layar.Identity.SignIn.SecondFactor;
using Layar.Identity.Staff.CreateAccount;
using Layar.Identity.Staff.EditAccount;
using Layar.Identity.Staff.GiveDuty;
using Layar.Kernel.Scheduling;
using Layar.Ui.Layouts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Layar.Identity;

/// <summary>Staff accounts, duties, sign-in and sessions.</summary>
public static class IdentityModule
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        AddAccounts(services);
        AddSessions(services);
        AddSignIn(services);
        return services.AddScoped<FieldDevices>().AddScoped<IFieldDevices>(provider => provider.GetRequiredService<FieldDevices>()).AddSingleton(FieldDevice.Half);
    }

    /// <summary>Before routing: people who may not open a page get the page that says so.</summary>
    public static void UseIdentity(this IApplicationBuilder app) => app.UseRefusedPage();

    public static void MapIdentity(this IEndpointRouteBuilder app) => app.MapDeviceState();

    /// <summary>Creates the demo accounts that are missing. Safe to repeat.</summary>
    /// <exception cref="InvalidOperationException">when this installation is not a demo</exception>
    public static Task CreateDemoAccounts(IServiceProvider scope, CancellationToken stop) =>
        scope.GetRequiredService<DemoAccounts>().Create(stop);

    /// <summary>True when the database holds an account with the published demo password: <c>serve</c> must not start.</summary>
    public static Task<bool> HasDemoAccounts(IServiceProvider scope, CancellationToken stop) =>
        scope.GetRequiredService<DemoAccounts>().Exist(stop);

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddScoped<PersonalFields>().AddScoped<DemoAccounts>();
        services.AddScoped<StaffStore>().AddScoped<IUserStore<StaffAccount>>(provider => provider.GetRequiredService<StaffStore>());
        services.AddSingleton(PersonalFields.Nip).AddSingleton(PersonalFields.Phone).AddSingleton(PersonalFields.TotpSecret);
        services.AddSingleton<ILookupNormalizer, UserNameNormalizer>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddScoped<IPasswordValidator<StaffAccount>, PasswordRule>();
        services.AddScoped<CreateAccountHandler>().AddScoped<EditAccountHandler>().AddScoped<WriteAccountHandler>().AddScoped<DutyHandler>();
        services.AddIdentityCore<StaffAccount>(options =>
            {
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddSignInManager()
            .AddTokenProvider<TotpProvider>(TokenOptions.DefaultAuthenticatorProvider);
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddSingleton<SessionBook>().AddSingleton<SessionCookie>().AddSingleton<SessionRenewal>();
        services.AddHostedService<SessionSeenWriter>();
        services.AddSingleton<IJob, Tidying>();
        services.AddScoped<SessionOpener>().AddScoped<SessionEnder>().AddScoped<ICurrentStaff, CurrentStaff>().AddScoped<IStaffFace, StaffFace>();
        services.AddAuthentication(SessionHandler.Name)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null)
            .AddCookie(IdentityConstants.TwoFactorUserIdScheme);
        services.AddSingleton<IConfigureOptions<IdentityPasskeyOptions>, PasskeySetUp>().AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, PasskeySetUp>();
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(SessionHandler.Name).RequireAssertion(StaffPathsAreClosed).Build());
    }

    private static void AddSignIn(IServiceCollection services) =>
        services.AddSingleton<SignInLimit>().AddScoped<DeviceCookie>().AddScoped<PasswordCheck>()
            .AddScoped<SignInHandler>().AddScoped<EnterCodeHandler>().AddScoped<PasskeySignIn>()
            .AddScoped<PasswordProof>().AddScoped<ChangePasswordHandler>().AddScoped<CodeAppHandler>().AddScoped<PasskeysHandler>();

    /// <summary>A page below /petugas that forgot to name its roles is still closed to strangers.</summary>
    private static bool StaffPathsAreClosed(AuthorizationHandlerContext context) =>
        context.Resource is not HttpContext http || !http.Request.Path.StartsWithSegments("/petugas") || http.User.Identity is { IsAuthenticated: true };
}
