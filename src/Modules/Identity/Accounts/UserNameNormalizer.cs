using Microsoft.AspNetCore.Identity;

namespace Layar.Identity.Accounts;

internal sealed class UserNameNormalizer : ILookupNormalizer
{
    public string? NormalizeName(string? name) => name?.Trim().ToLowerInvariant();

    public string? NormalizeEmail(string? email) => email?.Trim().ToLowerInvariant();
}
