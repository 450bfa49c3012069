using System.Net;
using Layar.Identity.Accounts;
using Layar.Identity.Contracts;
using Layar.Identity.Duties;
using Layar.Identity.SecondFactor;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Installations;
using Layar.Kernel.Time;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Identity.Tests;

/// <summary>An office outside the demo, with a clock to turn and addresses to choose.</summary>
public sealed class Office : LayarServer
{
    public const string Password = "kucing hujan payung 7";

    internal TurnableClock Clock { get; } = new();

    protected override void Adjust(WebApplicationBuilder builder)
    {
        var demo = (Installation)builder.Services.Last(s => s.ServiceType == typeof(Installation)).ImplementationInstance!;
        builder.Services.AddSingleton(demo with { Demo = false });
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IStartupFilter, ChosenAddress>();
    }

    internal DateOnly Today => Wita.Day(Clock.GetUtcNow().UtcDateTime);

    /// <summary>Adds an account with one duty and gives its user name.</summary>
    internal Task<StaffAccount> Hire(string role, Action<StaffAccount>? adjust = null, Func<StaffAccount, Duty>? duty = null) => Within(async services =>
    {
        var db = services.GetRequiredService<AppDb>();
        var account = new StaffAccount
        {
            Id = new(Guid.CreateVersion7()), UserName = $"{role}-{Guid.NewGuid():N}"[..24], Name = "Nur Aida",
            SecurityStamp = "s", CreatedAt = DateTime.UtcNow,
        };
        account.PasswordHash = services.GetRequiredService<IPasswordHasher<StaffAccount>>().HashPassword(account, Password);
        adjust?.Invoke(account);
        db.Add(account);
        db.Add(duty?.Invoke(account) ?? Duty(account, role));
        await db.SaveChangesAsync();
        return account;
    });

    internal Duty Duty(StaffAccount account, string role) => new()
    {
        Id = new(Guid.CreateVersion7()), AccountId = account.Id, Role = role, Areas = "", ValidFrom = Today.AddYears(-1), LegalBasis = "SK", Acting = Acting.Own,
    };

    internal Task<int> Edit<T>(Func<IQueryable<T>, Task<int>> edit) where T : class =>
        Within(services => edit(services.GetRequiredService<AppDb>().Set<T>()));

    internal Task<List<string>> ActsOf(StaffAccount account) => Within(services =>
        services.GetRequiredService<AppDb>().Set<Act>().Where(a => a.Chain == account.Id.Value).OrderBy(a => a.Seq).Select(a => a.Kind).ToListAsync());

    internal Visitor VisitorFrom(string address)
    {
        var visitor = Visitor();
        visitor.Http.DefaultRequestHeaders.Add("X-Test-Address", address);
        return visitor;
    }

    /// <summary>Sets up the code app as a person does, and gives the secret and the recovery codes.</summary>
    internal async Task<(string Secret, List<string> Codes)> SetUpApp(Visitor visitor)
    {
        var page = await visitor.Open("/petugas/pengaturan/kode");
        page = await (await page.Form("Pasang").Press("Pasang")).Follow();
        var secret = page.Document.QuerySelector("ol code")!.TextContent.Replace(" ", "");
        var answer = await page.Form("Nyalakan").Fill("Kode", Code(secret)).Press("Nyalakan");
        return (secret, [.. answer.Document.QuerySelectorAll(".codes code").Select(c => c.TextContent)]);
    }

    internal string Code(string secret) => Totp.Code(secret, Totp.StepAt(Clock.GetUtcNow().UtcDateTime));

    private sealed class ChosenAddress : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                if (IPAddress.TryParse(context.Request.Headers["X-Test-Address"], out var address)) context.Connection.RemoteIpAddress = address;
                return rest(context);
            });
            next(app);
        };
    }
}

internal sealed class TurnableClock : TimeProvider
{
    private long ahead;

    public void Turn(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UtcNow + new TimeSpan(Interlocked.Read(ref ahead));
}
