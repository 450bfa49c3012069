using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Layar.Identity.Tests;

/// <summary>An authenticator in software: one P-256 key, attestation "none".</summary>
internal sealed class SoftPasskey(string origin) : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] id = RandomNumberGenerator.GetBytes(16);
    private string userHandle = "";
    private uint count;

    public string Create(string options)
    {
        var asked = JsonNode.Parse(options)!;
        userHandle = (string)asked["user"]!["id"]!;
        var point = key.ExportParameters(false).Q;
        byte[] cose = [0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20, .. point.X!, 0x22, 0x58, 0x20, .. point.Y!];
        byte[] data = [.. Head((string)asked["rp"]!["id"]!, 0x45), .. new byte[16], 0, 16, .. id, .. cose];
        byte[] attestation = [0xA3, 0x63, .. "fmt"u8, 0x64, .. "none"u8, 0x67, .. "attStmt"u8, 0xA0, 0x68, .. "authData"u8, 0x58, (byte)data.Length, .. data];
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Text(Client("webauthn.create", asked)), ["attestationObject"] = Text(attestation), ["transports"] = new JsonArray("internal"),
        });
    }

    public string Get(string options)
    {
        var asked = JsonNode.Parse(options)!;
        var data = Head((string)asked["rpId"]!, 0x05);
        var client = Client("webauthn.get", asked);
        var signature = key.SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Credential(new JsonObject
        {
            ["clientDataJSON"] = Text(client), ["authenticatorData"] = Text(data), ["signature"] = Text(signature), ["userHandle"] = userHandle,
        });
    }

    public void Dispose() => key.Dispose();

    private byte[] Head(string rpId, byte flags)
    {
        var counter = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(counter, ++count);
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(rpId)), flags, .. counter];
    }

    private byte[] Client(string type, JsonNode asked) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type, challenge = (string)asked["challenge"]!, origin, crossOrigin = false });

    private string Credential(JsonObject response) => new JsonObject
    {
        ["id"] = Text(id), ["rawId"] = Text(id), ["type"] = "public-key", ["clientExtensionResults"] = new JsonObject(), ["response"] = response,
    }.ToJsonString();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
