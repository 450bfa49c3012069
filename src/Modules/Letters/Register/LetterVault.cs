using System.Text.Json;
using Layar.Kernel.Secrets;
using Layar.Letters.Contracts;
using Layar.Letters.Templates;
using Layar.Letters.Verification;

namespace Layar.Letters.Register;

/// <summary>Seals and opens what a letter says.</summary>
internal sealed class LetterVault(FieldCipher cipher)
{
    public byte[] Seal(LetterDocument letter, LetterId id) =>
        cipher.Seal(JsonSerializer.SerializeToUtf8Bytes(letter, Fingerprint.Json), Letter.DocumentColumn, id.Value);

    public LetterDocument Open(Letter letter) =>
        JsonSerializer.Deserialize<LetterDocument>(cipher.OpenBytes(letter.SealedDocument, Letter.DocumentColumn, letter.Id.Value), Fingerprint.Json)!;
}
