using System.Text;
using Layar.Testing;

namespace Layar.Intake.Tests.Reporting;

/// <summary>Words of a secret report and numbers of any report are found neither in the database nor in the files.</summary>
[Trait("Kind", "slice")]
public sealed class SecretTests(SecretTests.Server server) : IClassFixture<SecretTests.Server>
{
    public sealed class Server : StaffServer;

    [Fact]
    public async Task Canaries_of_a_secret_report_are_not_on_the_disk()
    {
        Assert.SkipWhen(TestDatabase.Kind != Kernel.Data.DatabaseKind.Sqlite, "reads the file of SQLite");
        using var visitor = server.Visitor();
        await IntakeServer.Post(visitor, IntakeServer.Body(change: b =>
        {
            b["secrecy"] = "secret";
            b["story"] = "KENARICERITA";
            b["landmark"] = "KENARITEMPAT";
            b["person"]!["name"] = "KENARINAMA";
            b["contact"]!["value"] = "081298761234";
        }));
        await IntakeServer.Post(visitor, IntakeServer.Body(change: b => b["contact"]!["value"] = "081298765555"));
        var check = await Wizard.ToCheck(visitor, story: "KENARIDRAF");
        Assert.Contains("KENARIDRAF", check.Text);
        foreach (var file in Directory.GetFiles(server.DataFolder, "*", SearchOption.AllDirectories).Where(f => !f.Contains("keys")))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var memory = new MemoryStream();
            await stream.CopyToAsync(memory);
            foreach (var canary in (string[])["KENARI", "81298761234", "81298765555"])
                Assert.True(memory.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(canary)) < 0, $"{canary} in {Path.GetFileName(file)}");
        }
    }
}
