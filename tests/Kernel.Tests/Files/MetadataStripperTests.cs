using FsCheck;
using FsCheck.Fluent;
using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Layar.Testing;

namespace Layar.Kernel.Tests.Files;

[Trait("Kind", "rule")]
public sealed class MetadataStripperTests
{
    public static TheoryData<byte[], FileKind, int> Photos => new()
    {
        { Samples.Jpeg(), FileKind.Jpeg, 6 },
        { Samples.Png(), FileKind.Png, 8 },
        { Samples.WebP(), FileKind.WebP, 3 },
    };

    [Theory, MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public void Nothing_but_the_picture_remains(byte[] photo, FileKind kind, int orientation)
    {
        var clean = Clean(photo);
        Assert.Equal((kind, orientation), (clean.Facts.Kind, clean.Facts.Orientation));
        foreach (var trace in (string[])["GPS", "Exif", "EXIF", "eXIf", "XMP", "xap", "ICC", "tEXt", "tIME", "prVt"])
            Assert.False(Samples.Holds(clean.Bytes, trace), trace);
    }

    [Theory, MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public void A_clean_photo_stays_as_it_is(byte[] photo, FileKind kind, int orientation)
    {
        var once = Clean(photo);
        var twice = Clean(once.Bytes);
        Assert.Equal(once.Bytes, twice.Bytes);
        Assert.Equal((kind, 1, true), (twice.Facts.Kind, twice.Facts.Orientation, orientation > 1));
    }

    [Theory, MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public void What_follows_the_end_of_the_picture_is_cut(byte[] photo, FileKind kind, int orientation)
    {
        var clean = Clean([.. photo, .. "PK\u0003\u0004<script>"u8]);
        Assert.Equal(Clean(photo).Bytes, clean.Bytes);
        Assert.Equal((kind, orientation), (clean.Facts.Kind, clean.Facts.Orientation));
    }

    [Theory, MemberData(nameof(Photos), DisableDiscoveryEnumeration = true)]
    public void A_photo_cut_anywhere_is_refused(byte[] photo, FileKind kind, int orientation)
    {
        for (var length = 0; length < photo.Length; length++)
            Assert.False(MetadataStripper.Strip(photo.AsSpan(0, length)).IsDone, $"{kind} {orientation} {length}");
        Assert.Equal("kernel.file.truncated", MetadataStripper.Strip(photo.AsSpan(0, photo.Length - 3)).Refusal?.Code);
    }

    [Fact]
    public void The_orientation_can_stay_alone_in_a_fresh_block()
    {
        Assert.True(MetadataStripper.Strip(Samples.Jpeg(orientation: 8), keepOrientation: true).TryGet(out var clean, out _));
        Assert.False(Samples.Holds(clean.Bytes, "GPS"));
        Assert.Equal(8, Clean(clean.Bytes).Facts.Orientation);
    }

    [Fact]
    public void Bad_checksums_and_padded_tables_are_damage()
    {
        var png = Samples.Png();
        png[20] ^= 1;
        Assert.Equal("kernel.file.damaged", MetadataStripper.Strip(png).Refusal?.Code);
        byte[] padded = [0xFF, 0xD8, .. Samples.Segment(0xDB, [0, .. new byte[64], .. "hidden"u8]), .. Samples.Jpeg()[2..]];
        Assert.Equal("kernel.file.damaged", MetadataStripper.Strip(padded).Refusal?.Code);
    }

    [Fact]
    public void An_animated_picture_is_refused() =>
        Assert.Equal("kernel.file.animated", MetadataStripper.Strip(Samples.WebP(flags: 2)).Refusal?.Code);

    [Fact]
    public void Any_bytes_give_an_outcome() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), Gen.Elements("\u00FF\u00D8\u00FF", "\u0089PNG\r\n\u001A\n", "RIFF\0\0\0\0WEBP", "%PDF-", "").ToArbitrary(), (bytes, start) =>
            PhotoContent.Inspect([.. start.Select(x => (byte)x), .. bytes]) is not null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_mutated_photo_never_throws_and_never_lets_the_canary_out()
    {
        byte[][] photos = [Samples.Jpeg(), Samples.Png(), Samples.WebP()];
        var edits = Gen.Choose(0, 2).Zip(Gen.Choose(0, 400).Zip(Gen.Choose(0, 255)).ListOf(3)).ToArbitrary();
        Prop.ForAll(edits, edit =>
        {
            var photo = (byte[])photos[edit.Item1].Clone();
            foreach (var (place, value) in edit.Item2) photo[place % photo.Length] = (byte)value;
            return MetadataStripper.Strip(photo).Match(x => !Samples.Holds(x.Bytes, "GPS") && !Samples.Holds(x.Bytes, "Exif"), _ => true);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));
    }

    [Fact]
    public void A_picture_chunk_that_swallows_its_metadata_is_damage()
    {
        var photo = Samples.WebP();
        var lengthAt = photo.AsSpan().IndexOf("VP8L"u8) + 4;
        photo[lengthAt] = (byte)(photo.Length - lengthAt - 4);
        Assert.Equal("kernel.file.damaged", MetadataStripper.Strip(photo).Refusal?.Code);
    }

    [Fact]
    public void A_picture_chunk_that_swallows_metadata_which_nobody_announces_is_damage()
    {
        var photo = Samples.WebP();
        var flagsAt = photo.AsSpan().IndexOf("VP8X"u8) + 8;
        photo[flagsAt] = 0;
        var lengthAt = photo.AsSpan().IndexOf("VP8L"u8) + 4;
        photo[lengthAt] = (byte)(photo.Length - lengthAt - 4);
        Assert.Equal("kernel.file.damaged", MetadataStripper.Strip(photo).Refusal?.Code);
    }

    private static CleanPhoto Clean(byte[] photo) =>
        MetadataStripper.Strip(photo).Match(x => x, why => throw new InvalidOperationException(why.Code));
}
