using Layar.Kernel.Files;
using Layar.Testing;

namespace Layar.Kernel.Tests.Files;

[Trait("Kind", "rule")]
public sealed class PhotoContentTests
{
    [Fact]
    public void The_header_tells_kind_and_size()
    {
        Assert.Equal(new PhotoFacts(FileKind.Jpeg, 1280, 960, 6), Facts(Samples.Jpeg(1280, 960)));
        Assert.Equal(new PhotoFacts(FileKind.Png, 640, 480, 8), Facts(Samples.Png(640, 480)));
        Assert.Equal(new PhotoFacts(FileKind.WebP, 2, 1, 3), Facts(Samples.WebP()));
        Assert.Equal(new PhotoFacts(FileKind.Pdf, 0, 0), Facts([.. "%PDF-1.7\n1 0 obj\n%%EOF\n"u8]));
    }

    [Fact]
    public void Forty_megapixels_are_the_cap()
    {
        Assert.True(PhotoContent.Inspect(Samples.Jpeg(8000, 5000)).IsDone);
        Assert.Equal("kernel.file.pixels", PhotoContent.Inspect(Samples.Jpeg(8000, 5001)).Refusal?.Code);
        Assert.Equal("kernel.file.pixels", PhotoContent.Inspect(Samples.Png(int.MaxValue, int.MaxValue)).Refusal?.Code);
    }

    [Theory]
    [InlineData("<svg onload=alert(1)>", "kernel.file.kind")]
    [InlineData("", "kernel.file.kind")]
    [InlineData("GIF89a......", "kernel.file.kind")]
    [InlineData("....ftypheic....", "kernel.file.heic")]
    [InlineData("%PDF-1.7 cut", "kernel.file.truncated")]
    public void Another_kind_is_refused_by_its_content(string content, string code) =>
        Assert.Equal(code, PhotoContent.Inspect(System.Text.Encoding.ASCII.GetBytes(content)).Refusal?.Code);

    private static PhotoFacts Facts(byte[] bytes) => PhotoContent.Inspect(bytes).Match(x => x, why => throw new InvalidOperationException(why.Code));
}
