using Layar.Kernel.Files;

namespace Layar.Host.Demo.Arrivals;

/// <summary>Drawn pictures in the file store; each use is an upload of its own, as somebody would have sent it.</summary>
internal sealed class DemoAlbum
{
    private const int Houses = 8;
    private const int Rooms = 4;
    private const int Papers = 5;
    private readonly List<StoredFile> houses = [];
    private readonly List<StoredFile> rooms = [];
    private readonly List<StoredFile> papers = [];

    public static async Task<DemoAlbum> Draw(IFileStore store, int seed, CancellationToken stop)
    {
        var (album, random) = (new DemoAlbum(), new Random(seed));
        for (var i = 0; i < Houses; i++) album.houses.Add(await store.Put(DemoPicture.House(random), "image/png", "foto-rumah.png", stop));
        for (var i = 0; i < Rooms; i++) album.rooms.Add(await store.Put(DemoPicture.Room(random), "image/png", "foto-dalam.png", stop));
        for (var i = 0; i < Papers; i++) album.papers.Add(await store.Put(DemoPicture.Paper(random), "image/png", "foto-berkas.png", stop));
        return album;
    }

    public StoredFile House(Random random, DateTime at) => Copy(DemoWords.Pick(random, houses), at);

    public StoredFile Room(Random random, DateTime at) => Copy(DemoWords.Pick(random, rooms), at);

    public StoredFile Paper(Random random, DateTime at) => Copy(DemoWords.Pick(random, papers), at);

    private static StoredFile Copy(StoredFile one, DateTime at) => new()
    {
        Id = new StoredFileId(Guid.CreateVersion7(at)), Key = one.Key, Sha256 = one.Sha256, Size = one.Size, MediaType = one.MediaType, Name = one.Name, CreatedAt = at,
    };
}
