using System.CommandLine;
using System.Text.Json;
using Plenum.Web;

namespace Plenum.Commands;

/// <summary><c>plenum healthcheck</c>: asks the gateway of this machine how it is, for a container's HEALTHCHECK.</summary>
internal static class HealthcheckCommand
{
    public static Command Create()
    {
        var port = HealthPortOption.Create("The gateway's health port");
        var json = new Option<bool>("--json") { Description = "Print the whole answer" };
        var command = new Command("healthcheck", """
            Ask the running gateway how it is; exit code 0 unless something is red

            Examples:
              plenum healthcheck
              plenum healthcheck --json
            """) { port, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var address = $"http://127.0.0.1:{parsed.GetValue(port) ?? HealthServer.PortFrom(Environment.GetEnvironmentVariable)}/health";
            try
            {
                using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
                using var answer = await client.GetAsync(new Uri(address), cancel);
                var body = await answer.Content.ReadAsStringAsync(cancel);
                output.WriteLine(parsed.GetValue(json) ? body : Summary(body));
                return answer.IsSuccessStatusCode ? ExitCodes.Ok : ExitCodes.Refused;
            }
            catch (Exception silent) when (silent is HttpRequestException or TaskCanceledException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                errors.WriteLine($"error: no gateway tells its health at {address} ({silent.Message}): is it running, and with this health port?");
                return ExitCodes.Refused;
            }
        });
        return command;
    }

    private static string Summary(string body)
    {
        using var document = JsonDocument.Parse(body);
        var root = document.RootElement;
        var reasons = root.GetProperty("parts").EnumerateArray()
            .Where(part => part.GetProperty("status").GetString() != "ok")
            .Select(part => $"{part.GetProperty("name").GetString()}: {(part.TryGetProperty("reason", out var reason) ? reason.GetString() : part.GetProperty("state").GetString())}");
        return string.Join("; ", reasons.Prepend(root.GetProperty("status").GetString()!));
    }
}
