using System.CommandLine;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Transport;

namespace Plenum.Commands;

/// <summary>Runs what a command does, and turns what can go wrong into one line on stderr and an exit code.</summary>
internal static class CommandRun
{
    public static async Task<int> GuardAsync(ParseResult parsed, Func<Task<int>> run, CancellationToken cancel)
    {
        var errors = parsed.InvocationConfiguration.Error;
        try
        {
            return await run();
        }
        catch (FormatException mistake)
        {
            errors.WriteLine($"error: {mistake.Message}");
            return ExitCodes.Usage;
        }
        catch (BacnetRefusedException refusal)
        {
            errors.WriteLine($"error: {refusal.Message}");
            return ExitCodes.Refused;
        }
        catch (Exception unavailable) when (unavailable is BacnetTimeoutException or PortBusyException or HostAddressException or TransportUnavailableException or IOException)
        {
            errors.WriteLine($"error: {unavailable.Message}");
            return ExitCodes.Unavailable;
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return ExitCodes.Ok;
        }
    }
}
