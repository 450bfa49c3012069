using Layar.Kernel.Files;
using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;

namespace Layar.Intake.Submission;

/// <summary>Takes a photo by its content, without place, time and device in it.</summary>
internal static class PhotoRules
{
    public const int Largest = 4 * 1024 * 1024;

    public static async Task<Outcome<CleanPhoto>> Clean(IFormFile file, CancellationToken stop)
    {
        if (file.Length > Largest) return new Refusal("intake.error.photo-size");
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, stop);
        return Clean(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }

    public static Outcome<CleanPhoto> Clean(ReadOnlySpan<byte> bytes) => MetadataStripper.Strip(bytes, keepOrientation: true)
        .Match<Outcome<CleanPhoto>>(photo => photo, why => new Refusal(InOurWords(why.Code)));

    private static string InOurWords(string code) => code switch
    {
        "kernel.file.heic" => "intake.error.photo-heic",
        "kernel.file.truncated" or "kernel.file.damaged" => "intake.error.photo-damaged",
        "kernel.file.pixels" => "intake.error.photo-size",
        _ => "intake.error.photo-type",
    };
}
