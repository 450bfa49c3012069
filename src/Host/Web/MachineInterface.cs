using Microsoft.AspNetCore.OpenApi;

namespace Layar.Host.Web;

/// <summary>The OpenAPI document: what other people's programs may rely on, nothing of the staff's pages.</summary>
internal static class MachineInterface
{
    public static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = address => address.RelativePath is not { } path || !path.StartsWith("petugas/", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Layar";
            document.Info.Description = "Reports of social need and their status. Errors are application/problem+json; 'errors' names each field with its texts in Indonesian.";
            document.Info.License = new() { Name = "MIT" };
            return Task.CompletedTask;
        });
    }
}
