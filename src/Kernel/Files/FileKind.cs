namespace Layar.Kernel.Files;

/// <summary>What a file is by its content; its name and the type a browser claims are never asked.</summary>
public enum FileKind
{
    Jpeg,
    Png,
    WebP,
    Pdf,
}

public static class FileKinds
{
    public static string Extension(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => ".jpg",
        FileKind.Png => ".png",
        FileKind.WebP => ".webp",
        _ => ".pdf",
    };

    public static string MediaType(this FileKind kind) => kind switch
    {
        FileKind.Jpeg => "image/jpeg",
        FileKind.Png => "image/png",
        FileKind.WebP => "image/webp",
        _ => "application/pdf",
    };
}
