using System.Text.Unicode;
using Layar.Ui.Components;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.WebEncoders;

namespace Layar.Ui;

/// <summary>What the tags need from the host: how days are read, and errors of the framework in our own words.</summary>
public static class UiModule
{
    public static IServiceCollection AddUi(this IServiceCollection services)
    {
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        services.Configure<MvcOptions>(o =>
        {
            o.ModelBinderProviders.Insert(0, new DayBinder());
            var words = o.ModelBindingMessageProvider;
            words.SetAttemptedValueIsInvalidAccessor((_, _) => "ui.error.value");
            words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "ui.error.value");
            words.SetUnknownValueIsInvalidAccessor(_ => "ui.error.value");
            words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "ui.error.value");
            words.SetValueIsInvalidAccessor(_ => "ui.error.value");
            words.SetValueMustBeANumberAccessor(_ => "ui.error.number");
            words.SetNonPropertyValueMustBeANumberAccessor(() => "ui.error.number");
            words.SetValueMustNotBeNullAccessor(_ => "ui.error.missing");
            words.SetMissingBindRequiredValueAccessor(_ => "ui.error.missing");
            words.SetMissingKeyOrValueAccessor(() => "ui.error.missing");
        });
        return services;
    }
}
