using System.Net;

namespace Layar.Intake.Tests.Uploads;

/// <summary>Cut lines, another node, a store that fails: what was answered for is there, the rest goes on where it stopped.</summary>
[Trait("Kind", "page")]
public sealed class AccidentTests(IntakeServer server) : IClassFixture<IntakeServer>
{
    [Fact]
    public async Task A_cut_line_loses_nothing_that_had_arrived()
    {
        using var sender = await Sender.Reported(server);
        var picture = Sender.Picture(90_000);
        var address = await sender.Begins(1, picture.Length);
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        // The first piece is durable while the line is still open; the rest has come in when it is cut.
        await sender.IsCutOff(server.Address, address, 0, picture[..50_000], picture.Length, () => Until(32 * 1024));
        await Until(50_000);
        await sender.Sends(address, 50_000, picture[50_000..]);
        Assert.Equal(picture, Assert.Single(await sender.Kept(server)).Bytes);

        async Task Until(int bytes)
        {
            while ((await sender.Looks(address)).Offset < bytes) await Task.Delay(50, patience.Token);
        }
    }

    [Fact]
    public async Task Another_node_goes_on_with_an_upload()
    {
        await using var node = server.Neighbour();
        await node.StartAsync();
        using var sender = await Sender.Reported(server);
        var picture = Sender.Picture(90_000);
        var address = await sender.Begins(1, picture.Length);
        await sender.Sends(address, 0, picture[..30_000]);
        Assert.Equal(HttpStatusCode.NoContent, (await sender.Sends(new Uri(new Uri(node.Urls.First()), address).ToString(), 30_000, picture[30_000..])).StatusCode);
        Assert.Equal(picture, Assert.Single(await sender.Kept(server)).Bytes);
        await node.StopAsync();
    }

    [Fact]
    public async Task A_photo_that_was_whole_when_the_store_failed_stands_with_its_report_later()
    {
        using var sender = await Sender.Reported(server);
        var picture = Sender.Picture(10_000, seed: 7);
        var address = await sender.Begins(1, picture.Length);
        var (store, aside) = (Path.Combine(server.DataFolder, "files"), Path.Combine(server.DataFolder, "files-aside"));
        if (Directory.Exists(store)) Directory.Move(store, aside);
        await File.WriteAllTextAsync(store, "no folder");
        var answer = await sender.Sends(address, 0, picture);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        File.Delete(store);
        if (Directory.Exists(aside)) Directory.Move(aside, store);
        Assert.Empty(await sender.Kept(server));
        Assert.Equal((HttpStatusCode.OK, picture.Length), await sender.Looks(address));
        Assert.Equal(picture, Assert.Single(await sender.Kept(server)).Bytes);
    }
}
