using System.Text.Json;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Downlink;

/// <summary>Carries one command to its device and says how it ended. Never throws for what a device, a network or a caller does.</summary>
internal sealed class CommandRunner(TimeProvider time)
{
    public async Task<CommandOutcome> RunAsync(CommandTarget to, Command command, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(command.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
        try
        {
            return command.Writes
                ? await WriteAsync(to, command, either.Token).ConfigureAwait(false)
                : await ReadAsync(to, command.Target, either.Token).ConfigureAwait(false);
        }
        catch (ObjectDisposedException)
        {
            return CommandOutcome.Refused("it was not sent: the device's connector is being started again; try once more");
        }
        catch (BacnetTimeoutException silent)
        {
            return CommandOutcome.Late(silent.Message);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            return CommandOutcome.Late(to.Client.Diagnose(to.Device.Address, $"{command.Target} within {command.Timeout.TotalSeconds:G3} s", tries: 0));
        }
    }

    private static async Task<CommandOutcome> ReadAsync(CommandTarget to, PropertyReference target, CancellationToken cancel)
    {
        var result = await to.Client.ReadAsync(to.Device, target, cancel).ConfigureAwait(false);
        return result.Error is { } error ? CommandOutcome.Refused(error.ToString()) : CommandOutcome.Done(target, result.Value);
    }

    private static async Task<CommandOutcome> WriteAsync(CommandTarget to, Command command, CancellationToken cancel)
    {
        var (kind, problem) = await KindAsync(to, command, cancel).ConfigureAwait(false);
        if (kind is null) return CommandOutcome.Refused(problem!);
        var (value, wrong) = WritableValue.Make(kind.Value, command.Value);
        if (value is null) return CommandOutcome.Refused(wrong!);
        var error = await to.Client.WriteAsync(to.Device, new WritePropertyRequest(command.Target, value.Value, command.Priority), cancel).ConfigureAwait(false);
        if (error is { Code: ErrorCode.AbortApduTooLong or ErrorCode.AbortSegmentationNotSupported })
            return CommandOutcome.Refused($"{error}: the value is too long for one datagram, and the device takes no more than one");
        return error is { } refusal ? CommandOutcome.Refused(refusal.ToString()) : CommandOutcome.Done(command.Target, value.Value);
    }

    /// <summary>What the property takes: known from the standard, or seen from the value that it has now.</summary>
    private static async Task<(BacnetKind? Kind, string? Problem)> KindAsync(CommandTarget to, Command command, CancellationToken cancel)
    {
        if (WritableValue.KindOf(command.Target) is { } known) return (known, null);
        if (command.Value.ValueKind == JsonValueKind.Null) return (BacnetKind.Null, null);
        var now = await to.Client.ReadAsync(to.Device, command.Target, cancel).ConfigureAwait(false);
        return now.Error is { } error ? (null, $"its type could not be learned by reading it: {error}") : (now.Value.Kind, null);
    }
}

/// <summary>How a command ended.</summary>
/// <param name="Target">What was read or written, when it was.</param>
/// <param name="Value">The value, when it was.</param>
/// <param name="Problem">Why it was not; null when it was.</param>
/// <param name="IsLate">Whether the device did not answer in time.</param>
internal sealed record CommandOutcome(PropertyReference Target, BacnetValue Value, string? Problem, bool IsLate)
{
    public static CommandOutcome Done(PropertyReference target, BacnetValue value) => new(target, value, null, false);

    public static CommandOutcome Refused(string problem) => new(default, default, problem, false);

    public static CommandOutcome Late(string problem) => new(default, default, problem, true);
}
