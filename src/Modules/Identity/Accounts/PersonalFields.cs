using Layar.Kernel.Secrets;

namespace Layar.Identity.Accounts;

/// <summary>Opens and seals what an account keeps under seal.</summary>
internal sealed class PersonalFields(FieldCipher cipher)
{
    public static readonly SealedColumn Nip = new("staff_account", "nip");
    public static readonly SealedColumn Phone = new("staff_account", "phone");
    public static readonly SealedColumn TotpSecret = new("staff_account", "totp_secret");

    public byte[]? Seal(string? text, SealedColumn column, StaffAccount account) =>
        cipher.Seal(string.IsNullOrWhiteSpace(text) ? null : text, column.Place, account.Id.Value);

    public string? Open(byte[]? value, SealedColumn column, StaffAccount account) => cipher.Open(value, column.Place, account.Id.Value);
}
