using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Layar.Ui.Components;

/// <summary>Reads a <c>DateOnly</c> as the date box sends it (2026-11-24) or as people write it (24/11/2026, 24-11-26, 24 11 2026).</summary>
public sealed class DayBinder : IModelBinder, IModelBinderProvider
{
    private static readonly string[] Shapes = ["yyyy-MM-dd", "d/M/yyyy", "d/M/yy"];

    public static bool TryRead(string? text, out DateOnly day)
    {
        var plain = (text ?? "").Trim();
        if (DateOnly.TryParseExact(plain, Shapes[0], CultureInfo.InvariantCulture, DateTimeStyles.None, out day)) return true;
        var slashed = string.Join('/', plain.Split(['/', '-', '.', ' '], StringSplitOptions.RemoveEmptyEntries));
        return DateOnly.TryParseExact(slashed, Shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? this : null;

    public Task BindModelAsync(ModelBindingContext context)
    {
        var given = context.ValueProvider.GetValue(context.ModelName);
        if (given == ValueProviderResult.None) return Task.CompletedTask;
        context.ModelState.SetModelValue(context.ModelName, given);
        if (TryRead(given.FirstValue, out var day)) context.Result = ModelBindingResult.Success(day);
        else if (!string.IsNullOrWhiteSpace(given.FirstValue)) context.ModelState.TryAddModelError(context.ModelName, "ui.error.day");
        else if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
        else context.ModelState.TryAddModelError(context.ModelName, "ui.error.missing");
        return Task.CompletedTask;
    }
}
