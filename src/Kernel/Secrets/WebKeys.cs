using System.Text;
using System.Xml.Linq;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Kernel.Secrets;

/// <summary>
/// A key of the web framework (form tokens, notices, passes), sealed. In the database, so that every node opens what another
/// one sealed and a restart logs nobody out.
/// </summary>
internal sealed class WebKey
{
    public const string Column = "web_key.sealed_xml";

    public required Guid Id { get; init; }

    public required DateTime CreatedAt { get; init; }

    public required byte[] SealedXml { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<WebKey>
    {
        public void Configure(EntityTypeBuilder<WebKey> key)
        {
            key.HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
        }
    }
}

internal sealed class WebKeyStore(IDbContextFactory<AppDb> databases, FieldCipher cipher, WriteGate gate, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = databases.CreateDbContext();
        return [.. db.Set<WebKey>().AsNoTracking().OrderBy(k => k.CreatedAt).AsEnumerable()
            .Select(k => XElement.Parse(Encoding.UTF8.GetString(cipher.OpenBytes(k.SealedXml, WebKey.Column, k.Id))))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7(now);
        using var db = databases.CreateDbContext();
        db.Add(new WebKey { Id = id, CreatedAt = now, SealedXml = cipher.Seal(Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting)), WebKey.Column, id) });
        using var turn = gate.Enter(CancellationToken.None).GetAwaiter().GetResult();
        db.SaveChanges();
    }
}

internal static class WebKeys
{
    public static IServiceCollection AddWebKeys(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("layar");
        services.AddSingleton<WebKeyStore>().AddSingleton(new SealedColumn("web_key", "sealed_xml"));
        services.AddOptions<KeyManagementOptions>().Configure<WebKeyStore>((options, store) => options.XmlRepository = store);
        return services;
    }
}
