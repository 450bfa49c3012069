using System.Text.Json;
using Layar.Letters.Issuing;
using Layar.Letters.Sealing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Layar.Letters.VerifyLetter;

/// <summary>The office's public keys, so that anybody can check a QR code without asking us.</summary>
internal static class PublicKeys
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/.well-known/layar-keys.json", (OfficeKeyRing ring) => Results.Json(Set(ring.Keys), Web))
        .WithTags("Surat").WithSummary("Public keys of the office as a JSON Web Key Set, to check the code on a letter without network");

    public static string Json(OfficeKeys keys) => JsonSerializer.Serialize(Set(keys), Web);

    private static object Set(OfficeKeys keys) => new { keys = keys.All.Select(office => office.Jwk()).ToList() };
}
