using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Layar.Host.Demo;
using Layar.Kernel.Data;
using Microsoft.AspNetCore.Connections;

namespace Layar.Host.CommandLine;

/// <summary><c>layar demo</c>: an own database with accounts and twelve months of cases, served on the loopback address.</summary>
internal static class DemoVerb
{
    public static async Task<int> Run(string[] args)
    {
        var configuration = Settings.Layers(args);
        var settings = Settings.From(configuration, demo: true);
        var size = DemoSize.From(configuration);
        var onlyData = configuration["only-data"] == "true";
        if (!onlyData && Busy(settings)) return PortIsBusy(settings);
        await using var past = new DemoPast();
        await using var app = LayarApp.Build(settings, builder => past.Follow(builder.Services));
        var house = new DemoHouse(app, past, settings, size);
        try
        {
            using var stop = new CancellationTokenSource();
            using var signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, context =>
            {
                context.Cancel = true;
                stop.Cancel();
            });
            if (await house.Refusal(stop.Token) is { } why) return Verbs.Cannot(why);
            await house.Fill(stop.Token);
            if (onlyData) return await house.Letters(deliver: true, stop.Token) ? Verbs.Done : Verbs.NotAsItShouldBe;
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine("\nStopped before the demo data were complete; the next start makes them anew.");
            return Verbs.NotAsItShouldBe;
        }
        return await Serve(app, house, settings);
    }

    private static async Task<int> Serve(WebApplication app, DemoHouse house, Settings settings)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return PortIsBusy(settings);
        }
        await DemoTerminal.Introduce(app);
        var letters = house.Letters(deliver: false, app.Lifetime.ApplicationStopping);
        await app.WaitForShutdownAsync();
        await letters;
        return Verbs.Done;
    }

    /// <summary>Asked before any data are made, so that nobody waits in vain.</summary>
    private static bool Busy(Settings settings)
    {
        if (settings.Port == 0 || !IPAddress.TryParse(settings.Bind, out var address)) return false;
        using var listener = new TcpListener(address, settings.Port);
        try
        {
            listener.Start();
            return false;
        }
        catch (SocketException failure) when (failure.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            return true;
        }
    }

    private static int PortIsBusy(Settings settings) =>
        Verbs.Cannot($"Port {settings.Port} is in use by another program. Stop it, or choose another port: ./layar demo --port {settings.Port + 1}");
}
