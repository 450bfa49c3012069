using Layar.Kernel.Outcomes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace Layar.Intake.Uploads;

/// <summary>Keeps the bytes of a request as they come, so that a cut loses at most the last few.</summary>
internal sealed class ReceivePiece(UploadBook uploads)
{
    private const int Step = 32 * 1024;
    public const string TooLong = "intake.error.photo-size";

    /// <returns>bytes the upload has now; refused when they go beyond its end or somebody else moved it</returns>
    /// <exception cref="IOException">the connection was cut; what came before is kept</exception>
    public async Task<Outcome<int>> Handle(HttpContext http, ReportUpload upload)
    {
        // A phone at the edge of the network may fall silent for some seconds.
        if (http.Features.Get<IHttpMinRequestBodyDataRateFeature>() is { } rate) rate.MinDataRate = new(bytesPerSecond: 50, gracePeriod: TimeSpan.FromSeconds(60));
        var (buffer, filled, start) = (new byte[Step], 0, upload.Received);
        try
        {
            while (true)
            {
                // Not stopped by the end of the line: what had come in before it is still to be read.
                var read = await http.Request.Body.ReadAsync(buffer.AsMemory(filled), CancellationToken.None);
                filled += read;
                if (start + filled > upload.Length) return new Refusal(TooLong);
                if (read > 0 && filled < buffer.Length) continue;
                if (filled > 0 && (await uploads.Append(upload.Id, start, buffer.AsMemory(0, filled))).Refusal is { } refused) return refused;
                (start, filled) = (start + filled, 0);
                if (read == 0) return start;
            }
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException)
        {
            if (filled > 0 && start + filled <= upload.Length) await uploads.Append(upload.Id, start, buffer.AsMemory(0, filled));
            throw;
        }
    }
}
