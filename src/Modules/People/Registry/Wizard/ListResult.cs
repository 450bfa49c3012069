using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Layar.People.Registry.Wizard;

/// <summary>A list that is written while it is read: semicolons and a byte order mark, so that the office's spreadsheet opens it with a double click.</summary>
internal sealed class ListResult(string name, Func<StreamWriter, Task> write) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var output = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 14);
        await write(output);
    }
}
