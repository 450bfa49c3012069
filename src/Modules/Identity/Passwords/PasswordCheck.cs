using Layar.Identity.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.Passwords;

/// <summary>Checks a password in the same time whether the account exists or not, and only a few at once: each check costs a tenth of a second of a processor.</summary>
internal sealed class PasswordCheck(IPasswordHasher<StaffAccount> hasher)
{
    private static readonly SemaphoreSlim Turns = new(Math.Max(1, Environment.ProcessorCount));
    private static readonly StaffAccount Nobody = new() { Id = default, UserName = "", Name = "", SecurityStamp = "", CreatedAt = default };
    private static string? nobodysHash;

    public async Task<bool> Matches(StaffAccount? account, string password, CancellationToken stop)
    {
        await Turns.WaitAsync(stop);
        try
        {
            var hash = account is { Active: true, PasswordHash: { } own } ? own : nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            var right = hasher.VerifyHashedPassword(account ?? Nobody, hash, password) != PasswordVerificationResult.Failed;
            return right && account is { Active: true, PasswordHash: not null };
        }
        finally
        {
            Turns.Release();
        }
    }
}
