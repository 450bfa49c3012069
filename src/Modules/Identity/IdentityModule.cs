using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Demo;
using Layar.Identity.Passwords;
using Layar.Identity.Sessions;
using Layar.Identity.SignIn;
using Layar.Kernel.Installations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Identity;

/// <summary>Staff accounts, duties, sign-in and sessions.</summary>
public static class IdentityModule
{
    public static IServiceCollection AddIdentity(this IServiceCollection services)
    {
        AddAccounts(services);
        AddSessions(services);
        AddSignIn(services);
        return services;
    }

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
        services.AddSingleton(PersonalFields.Nip).AddSingleton(PersonalFields.Phone).AddSingleton(PersonalFields.TotpSecret);
        services.AddSingleton<ILookupNormalizer, UserNameNormalizer>();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 210_000);
        services.AddIdentityCore<StaffAccount>(options =>
            {
                options.User.AllowedUserNameCharacters = "abcdefghijklmnopqrstuvwxyz0123456789.-_";
                options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            })
            .AddUserStore<StaffStore>();
        services.AddScoped<IPasswordValidator<StaffAccount>, PasswordRule>();
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddSingleton<SessionBook>().AddSingleton<SessionCookie>().AddSingleton<SessionRenewal>();
        services.AddHostedService<SessionSeenWriter>();
        services.AddScoped<SessionOpener>().AddScoped<ICurrentStaff, CurrentStaff>();
        services.AddAuthentication(SessionHandler.Name).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Name, null);
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder(SessionHandler.Name).RequireAssertion(StaffPathsAreClosed).Build());
    }

    private static void AddSignIn(IServiceCollection services) =>
        services.AddSingleton<SignInLimit>().AddScoped<DeviceCookie>().AddScoped<PasswordCheck>().AddScoped<SignInHandler>();

    /// <summary>A page below /petugas that forgot to name its roles is still closed to strangers.</summary>
    private static bool StaffPathsAreClosed(AuthorizationHandlerContext context) =>
        context.Resource is not HttpContext http || !http.Request.Path.StartsWithSegments("/petugas") || http.User.Identity is { IsAuthenticated: true };
}
