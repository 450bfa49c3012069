using System.Globalization;
using Layar.Identity;
using Layar.Host.Health;
using Layar.Kernel.Texts;
using Layar.Ui.Layouts;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Layar.Host.Web;

/// <summary>Razor Pages, antiforgery, languages, compression and the order of the middleware.</summary>
internal static class Pages
{
    public static void Add(IServiceCollection services)
    {
        services.AddRazorPages(options => options.RootDirectory = "/")
            .ConfigureApplicationPartManager(parts =>
            {
                foreach (var assembly in Modules.Assemblies.Where(a => a.GetCustomAttributes(false).Any(t => t.GetType().Name == "ProvideApplicationPartFactoryAttribute")))
                    foreach (var part in Microsoft.AspNetCore.Mvc.ApplicationParts.ApplicationPartFactory.GetApplicationPartFactory(assembly).GetApplicationParts(assembly))
                        if (!parts.ApplicationParts.Any(p => p.Name == part.Name && p.GetType() == part.GetType())) parts.ApplicationParts.Add(part);
            });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "layar-af";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.FormFieldName = "_t";
            options.SuppressXFrameOptionsHeader = true;
        });
        var assets = new Assets(Modules.Assemblies);
        services.AddSingleton(assets).AddSingleton<IFileVersionProvider>(assets);
        services.AddSingleton<IInstanceFace, InstanceFace>();
        services.AddOpenApi("openapi", MachineInterface.Describe);
        services.AddHttpContextAccessor();
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/json", "application/problem+json", "text/csv", "image/svg+xml"];
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            CultureInfo[] cultures = [TextCatalogue.Indonesian, TextCatalogue.English];
            options.DefaultRequestCulture = new RequestCulture(TextCatalogue.Indonesian);
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new LanguageChoice()];
        });
    }

    public static void Map(WebApplication app)
    {
        app.UseMiddleware<LastResort>();
        app.UseMiddleware<SecurityHeaders>();
        var assets = app.Services.GetRequiredService<Assets>();
        app.Use(async (context, next) =>
        {
            if (!await assets.Answer(context)) await next(context);
        });
        app.UseResponseCompression();
        app.UseWhen(context => !Machines.AreAsking(context), pages => pages.UseStatusCodePagesWithReExecute("/galat/{0}"));
        app.UseRequestLocalization();
        app.UseMiddleware<SameOrigin>();
        app.UseIdentity();
        app.UseRouting();
        app.UseMiddleware<TooMuch>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<PackedOnce>();
        app.MapRazorPages();
        app.MapOpenApi("/api/{documentName}.json");
        HealthEndpoints.Map(app);
    }
}
