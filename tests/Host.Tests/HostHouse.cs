using System.Collections.Concurrent;
using Layar.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Layar.Host.Tests;

[CollectionDefinition(Name)]
public sealed class HostHouse : ICollectionFixture<HostServer>
{
    public const string Name = "host";
}

/// <summary>A house behind one proxy on the loopback address, in which a request may ask for a failure of the machine.</summary>
public sealed class HostServer : StaffServer
{
    public const string FailingHeader = "X-Fail-With";

    /// <summary>What was logged as an error, by whom and with what words.</summary>
    public ConcurrentBag<string> Failures { get; } = [];

    protected override IReadOnlyDictionary<string, string?> Settled => new Dictionary<string, string?> { ["proxies"] = "127.0.0.1" };

    protected override void Adjust(WebApplicationBuilder builder)
    {
        base.Adjust(builder);
        builder.Logging.AddProvider(new Listening(Failures));
        builder.Services.Configure<MvcOptions>(mvc => mvc.Filters.Add(new Failing()));
    }

    private sealed class Failing : IResourceFilter
    {
        public void OnResourceExecuting(ResourceExecutingContext context)
        {
            switch (context.HttpContext.Request.Headers[FailingHeader].ToString())
            {
                case "disk": throw new IOException("No space left on device", 28);
                case "database": throw new Microsoft.Data.Sqlite.SqliteException("database or disk is full", 13);
                case "bug": throw new InvalidOperationException("rahasia-di-dalam");
            }
        }

        public void OnResourceExecuted(ResourceExecutedContext context)
        {
        }
    }

    private sealed class Listening(ConcurrentBag<string> failures) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => new Ear(categoryName, failures);

        public void Dispose()
        {
        }
    }

    private sealed class Ear(string name, ConcurrentBag<string> failures) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel level) => level >= LogLevel.Error;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? failure, Func<TState, Exception?, string> words)
        {
            if (IsEnabled(level)) failures.Add($"{name}: {words(state, failure)}");
        }
    }
}
