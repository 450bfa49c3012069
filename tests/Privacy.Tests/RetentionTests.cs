using Layar.Identity.Contracts;
using Layar.Kernel.Acts;
using Layar.Kernel.Data;
using Layar.Kernel.Files;
using Layar.Kernel.Installations;
using Layar.Kernel.Scheduling;
using Layar.Kernel.Time;
using Layar.Privacy.Retention;
using Layar.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Layar.Privacy.Tests;

/// <summary>What has run out is erased, to the day, and nothing else. A server of its own, because erasing looks at everything.</summary>
[Trait("Kind", "slice")]
public sealed class RetentionTests : IAsyncLifetime
{
    private readonly PrivacyServer server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Contacts_go_after_the_last_day_of_their_time_and_not_before()
    {
        var gone = await Ended("0812 1111 1111", months: 24, lastDay: false);
        var lastDay = await Ended("0812 2222 2222", months: 24, lastDay: true);
        var (open, _) = await server.Report("Orang Tiga", "0812 3333 3333");
        var secretGone = await Ended("0812 4444 4444", months: 12, lastDay: false, "secret");
        var secretLastDay = await Ended("0812 5555 5555", months: 12, lastDay: true, "secret");
        Assert.Equal(2, await Erase());

        foreach (var id in (Guid[])[gone, secretGone]) Assert.Equal(1, await server.Count("report WHERE id = {0} AND sealed_contact IS NULL AND contact_index IS NULL AND last_four IS NULL AND sealed_content IS NULL", id));
        foreach (var id in (Guid[])[lastDay, open, secretLastDay]) Assert.Equal(1, await server.Count("report WHERE id = {0} AND sealed_contact IS NOT NULL AND contact_index IS NOT NULL", id));
        Assert.Equal(1, await server.Count("report WHERE id = {0} AND sealed_content IS NOT NULL", secretLastDay));
        Assert.Equal(1, await server.Count("report WHERE id = {0} AND story IS NOT NULL", gone));
        Assert.Equal(0, await Erase());
        Assert.Equal(["kontak-pelapor", "laporan-rahasia"], (await Minutes()).Select(a => a.After!.Split('"')[3]).Order());
        Assert.Null((await server.Within(s => s.GetRequiredService<AuditVerifier>().Verify(CancellationToken.None))).Broken);
        var page = await (await server.As(Roles.DataProtection)).Open("/petugas/pelindungan");
        Assert.Contains("Kontak pelapor", page.Document.QuerySelectorAll("section").Last().TextContent);
        Assert.Contains("24 bulan", page.Text);
    }

    [Fact]
    public async Task A_reopened_case_keeps_everything_and_a_joined_one_waits_for_the_other()
    {
        var (reopened, number) = await server.Report("Orang Satu", "0812 1111 1111");
        await server.End(number, DateTime.UtcNow.AddYears(-9));
        await server.Sql("UPDATE case_file SET open = {0}, step = 'Completeness' WHERE number = {1}", TestDatabase.Kind == DatabaseKind.Sqlite ? 1 : true, number);
        var (main, mainNumber) = await server.Report("Orang Dua", "0812 2222 2222");
        var (joined, joinedNumber) = await server.Report("Orang Dua", "0812 3333 3333");
        await server.End(joinedNumber, DateTime.UtcNow.AddYears(-9));
        await server.Sql("UPDATE case_file SET merged_into = (SELECT id FROM case_file WHERE number = {0}) WHERE number = {1}", mainNumber, joinedNumber);
        Assert.Equal(0, await Erase());
        await server.End(mainNumber, DateTime.UtcNow.AddYears(-9));
        Assert.Equal(2, await Erase());
        Assert.Equal(1, await server.Count("report WHERE id = {0} AND sealed_contact IS NOT NULL", reopened));
        Assert.Equal(2, await server.Count("report WHERE id IN ({0}, {1}) AND sealed_contact IS NULL", main, joined));
    }

    [Fact]
    public async Task Photos_are_erased_from_the_disk_unless_something_else_names_the_same_content()
    {
        var (old, oldNumber) = await server.Report("Orang Satu", "0812 1111 1111");
        var (fresh, _) = await server.Report("Orang Dua", "0812 2222 2222");
        var shared = await Photo(old, 1, [1, 2, 3]);
        await Photo(fresh, 1, [1, 2, 3]);
        var own = await Photo(old, 2, [4, 5, 6]);
        await server.End(oldNumber, Cutoff(60).AddSeconds(-1));
        await Erase();
        Assert.Equal((0, 1), (await server.Count("report_photo WHERE report_id = {0}", old), await server.Count("report_photo WHERE report_id = {0}", fresh)));
        Assert.Equal((0, 1), (await server.Count("stored_file WHERE key = {0}", own.Key), await server.Count("stored_file WHERE key = {0}", shared.Key)));

        await Job("erase-files");
        Assert.True(File.Exists(PathOf(own)), "the bytes wait an hour");
        var twoHours = DateTime.UtcNow.AddHours(-2);
        await server.Sql("UPDATE file_to_erase SET since = {0}", twoHours);
        foreach (var file in (StoredFile[])[own, shared]) File.SetLastWriteTimeUtc(PathOf(file), twoHours);
        await Job("erase-files");
        Assert.False(File.Exists(PathOf(own)));
        Assert.True(File.Exists(PathOf(shared)));
        Assert.Equal(0, await server.Count("file_to_erase"));
    }

    [Fact]
    public async Task The_sound_of_a_voice_note_goes_with_the_photos_and_what_was_written_down_with_the_story()
    {
        var (open, openNumber) = await server.Report("Orang Satu", "0812 1111 1111");
        var (secret, secretNumber) = await server.Report("Orang Dua", "0812 2222 2222", "secret");
        foreach (var report in (Guid[])[open, secret]) await Voice(report, [4, 2, (byte)report.GetHashCode()]);
        await server.End(openNumber, Cutoff(60).AddSeconds(-1));
        await server.End(secretNumber, Cutoff(12).AddSeconds(-1));
        await Erase();
        Assert.Equal(1, await server.Count("report_voice WHERE report_id = {0} AND file_id IS NULL AND sha256 IS NULL AND came_at IS NOT NULL AND sealed_words IS NOT NULL", open));
        Assert.Equal(1, await server.Count("report_voice WHERE report_id = {0} AND file_id IS NOT NULL AND sealed_words IS NULL", secret));
        Assert.Equal(0, await Erase());
    }

    [Fact]
    public async Task What_comes_in_again_while_it_waits_to_be_erased_stays()
    {
        var (old, oldNumber) = await server.Report("Orang Satu", "0812 1111 1111");
        var photo = await Photo(old, 1, [7, 8, 9]);
        await server.End(oldNumber, Cutoff(60).AddSeconds(-1));
        await Erase();
        var twoHours = DateTime.UtcNow.AddHours(-2);
        await server.Sql("UPDATE file_to_erase SET since = {0}", twoHours);
        File.SetLastWriteTimeUtc(PathOf(photo), twoHours);
        var again = await server.Within(s => s.GetRequiredService<IFileStore>().Put(new byte[] { 7, 8, 9 }, "image/png", "lagi.png", CancellationToken.None));
        await Job("erase-files");
        Assert.Equal([7, 8, 9], await server.Within(s => s.GetRequiredService<IFileStore>().Get(again, CancellationToken.None)));
        Assert.Equal(1, await server.Count("file_to_erase"));
    }

    private static DateTime Cutoff(int months) => Wita.Utc(Wita.Day(DateTime.UtcNow).AddMonths(-months).ToDateTime(TimeOnly.MinValue));

    /// <summary>A report whose case ended at the last moment that has run out, or at the first that has not.</summary>
    private async Task<Guid> Ended(string contact, int months, bool lastDay, string secrecy = "open")
    {
        var (id, number) = await server.Report("Orang Contoh", contact, secrecy);
        await server.End(number, lastDay ? Cutoff(months) : Cutoff(months).AddSeconds(-1));
        return id;
    }

    private Task<StoredFile> Photo(Guid report, int seq, byte[] content) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var file = await s.GetRequiredService<IFileStore>().Put(content, "image/png", "foto.png", CancellationToken.None);
        db.Add(file);
        await db.SaveChangesAsync();
        await server.Sql("INSERT INTO report_photo (id, report_id, seq, file_id, sha256, added_at) VALUES ({0}, {1}, {2}, {3}, {4}, {5})", Guid.CreateVersion7(), report, seq, file.Id.Value, file.Sha256, DateTime.UtcNow);
        return file;
    });

    private Task Voice(Guid report, byte[] content) => server.Within(async s =>
    {
        var db = s.GetRequiredService<AppDb>();
        var file = await s.GetRequiredService<IFileStore>().Put(content, "audio/webm", "suara.webm", CancellationToken.None);
        db.Add(file);
        await db.SaveChangesAsync();
        var (id, now) = (Guid.CreateVersion7(), DateTime.UtcNow);
        var words = s.GetRequiredService<Kernel.Secrets.FieldCipher>().Seal("Nenek jatuh", "report_voice.sealed_words", id);
        await server.Sql("INSERT INTO report_voice (id, report_id, file_id, sha256, seconds, came_at, sealed_words, written_at) VALUES ({0}, {1}, {2}, {3}, 3, {4}, {5}, {4})", id, report, file.Id.Value, file.Sha256, now, words!);
        return true;
    });

    private string PathOf(StoredFile file) => Directory.GetFiles(server.Services.GetRequiredService<Installation>().DataFolder, file.Key, SearchOption.AllDirectories).FirstOrDefault() ?? Path.Combine(server.DataFolder, "files", file.Key);

    private async Task<int> Erase()
    {
        var all = 0;
        for (var some = 1; some > 0; all += some) some = await server.Within(s => s.GetRequiredService<Erasing>().Some(CancellationToken.None));
        return all;
    }

    private Task Job(string name) => server.Services.GetServices<IJob>().Single(j => j.Name == name).Run(CancellationToken.None);

    private Task<List<Act>> Minutes() => server.Within(s => s.GetRequiredService<AppDb>().Set<Act>().AsNoTracking().Where(a => a.Chain == Erasing.Minutes).ToListAsync());
}
