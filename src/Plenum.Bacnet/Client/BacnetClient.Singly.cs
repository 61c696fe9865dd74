using System.Runtime.CompilerServices;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <content>Reading one property after another, from devices that know no other way, and what spoils batches.</content>
public sealed partial class BacnetClient
{
    /// <summary>Without an end of the time, a device that leaves so many properties in a row unanswered is not asked for more.</summary>
    private const int EnoughSilence = 2;

    private readonly ReadPropertyExchanges _singles = new();

    /// <summary>Reads properties one by one, each with the policy's retries: first what was answered the last time, then what was not, so that a property that is never answered takes no time from the others.</summary>
    /// <param name="device">The device.</param>
    /// <param name="list">The list; what is settled in it already is left out.</param>
    /// <param name="places">Which of its properties.</param>
    /// <param name="until">When the time is over; null for the retries alone.</param>
    /// <param name="toTheEnd">Whether what was left unanswered is tried again until then.</param>
    /// <param name="cancel">Gives the reading up.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask ReadSinglyAsync(Device device, ReadList list, IReadOnlyList<int> places, TimeSpan? until, bool toTheEnd, CancellationToken cancel)
    {
        if (!await ReadTurnAsync(device, list, places, ReadTurn.Usual, until, cancel).ConfigureAwait(false)) return;
        if (!await ReadTurnAsync(device, list, places, ReadTurn.SilentBefore, until, cancel).ConfigureAwait(false)) return;
        while (toTheEnd && until is not null && list.HasDue(places, ReadTurn.Again))
            if (!await ReadTurnAsync(device, list, places, ReadTurn.Again, until, cancel).ConfigureAwait(false)) return;
    }

    /// <summary>Reads those properties whose turn it is.</summary>
    /// <returns>Whether it is of use to go on.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<bool> ReadTurnAsync(Device device, ReadList list, IReadOnlyList<int> places, ReadTurn turn, TimeSpan? until, CancellationToken cancel)
    {
        var (exchange, goOn, silent) = (_singles.Rent(), true, 0);
        exchange.MostTries = OnlyRetries;
        for (var i = 0; i < places.Count && goOn; i++)
        {
            if (!list.IsDue(places[i], turn)) continue;
            if (until is { } end && Now >= end) { goOn = false; break; }
            exchange.Target = list.Targets[places[i]];
            var reply = await SendAsync(exchange, device, until, cancel).ConfigureAwait(false);
            if (reply.IsSilence)
            {
                list.OnSilence(places[i]);
                goOn = reply.Kind == ReplyKind.Silent && (until is not null || ++silent < EnoughSilence);
                continue;
            }
            list.Settle(places[i], reply.IsAnswered ? new PropertyResult(exchange.Value) : new PropertyResult(reply.Error));
            silent = 0;
        }
        exchange.MostTries = int.MaxValue;
        _singles.Return(exchange);
        return goOn;
    }
}

/// <summary>When a property is read that is read by itself.</summary>
internal enum ReadTurn : byte
{
    /// <summary>First: it was answered the last time.</summary>
    Usual,
    /// <summary>Then: it was asked for the last time, and not answered.</summary>
    SilentBefore,
    /// <summary>Again and again, while there is time: it was silent this time, but is not known to be; or the device has answered nothing at all yet.</summary>
    Again,
}
