using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Supervision;

namespace Plenum.Web;

/// <summary>Tells health on a loopback port: <c>GET /health</c> answers 200 unless something is red, then 503; the body says what and why. <c>GET /health/devices</c> lists every device.</summary>
internal sealed class HealthServer : IAsyncDisposable
{
    public const int DefaultPort = 8099;
    public const string PortVariable = "PLENUM_HEALTH_PORT";

    private readonly WebApplication _web;

    private HealthServer(WebApplication web) => _web = web;

    /// <exception cref="IOException">The port is busy.</exception>
    public static async Task<HealthServer> StartAsync(int port, Func<GatewaySnapshot> snapshot)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddLogging(logging => logging.ClearProviders()).AddSingleton<IHostLifetime, NoSignals>();
        var web = builder.Build();
        web.Run(context => AnswerAsync(context, snapshot));
        await web.StartAsync();
        return new(web);
    }

    /// <summary>The port from the variable, or the default.</summary>
    public static int PortFrom(Func<string, string?> environment) => int.TryParse(environment(PortVariable), out var port) && port is > 0 and < 65536 ? port : DefaultPort;

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, Func<GatewaySnapshot> snapshot)
    {
        var isList = context.Request.Path == "/health/devices";
        if (!(isList || context.Request.Path == "/health") || context.Request.Method != HttpMethods.Get)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var now = snapshot();
        context.Response.StatusCode = now.Health.Overall == HealthLevel.Red && !isList ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK;
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(isList ? HealthJson.OfDevices(now) : HealthJson.Of(now), context.RequestAborted);
    }

    /// <summary>The program itself looks after signals.</summary>
    private sealed class NoSignals : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
