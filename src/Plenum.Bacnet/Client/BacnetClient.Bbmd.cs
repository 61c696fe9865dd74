using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Client;

/// <content>The tables of a BBMD (clause J.2): who distributes to whom, and who has registered.</content>
public sealed partial class BacnetClient
{
    private const int TableTries = 3;

    private static readonly TimeSpan TableTime = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(DeviceAddress Bbmd, BvlcFunction Question), TaskCompletionSource<byte[]?>> _tables = new();

    /// <summary>How the registration with a BBMD stands; null when this client broadcasts on its link.</summary>
    public ForeignDeviceState? ForeignDevice => _port.Foreign?.State;

    /// <summary>Reads a BBMD's Broadcast Distribution Table.</summary>
    /// <returns>Its entries; null when there is no BBMD there, or it refuses.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public async Task<IReadOnlyList<BroadcastDistributionEntry>?> ReadBroadcastDistributionTableAsync(DeviceAddress bbmd, CancellationToken cancel = default)
    {
        var table = await ReadTableAsync(bbmd, BvlcFunction.ReadBroadcastDistributionTable, cancel).ConfigureAwait(false);
        return table is not null && BroadcastDistribution.TryDecode(table, out var entries, out _) ? entries : null;
    }

    /// <summary>Reads a BBMD's Foreign Device Table.</summary>
    /// <returns>Its entries; null when there is no BBMD there, or it refuses.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public async Task<IReadOnlyList<ForeignDeviceEntry>?> ReadForeignDeviceTableAsync(DeviceAddress bbmd, CancellationToken cancel = default)
    {
        var table = await ReadTableAsync(bbmd, BvlcFunction.ReadForeignDeviceTable, cancel).ConfigureAwait(false);
        return table is not null && ForeignDevices.TryDecode(table, out var entries, out _) ? entries : null;
    }

    private async Task<byte[]?> ReadTableAsync(DeviceAddress bbmd, BvlcFunction question, CancellationToken cancel)
    {
        var answer = _tables.GetOrAdd((bbmd, question), static _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
        try
        {
            for (var tries = 1; ; tries++)
            {
                SendQuestion(question, bbmd);
                try
                {
                    return await answer.Task.WaitAsync(TableTime, _time, cancel).ConfigureAwait(false);
                }
                catch (TimeoutException) when (tries == TableTries)
                {
                    throw new BacnetTimeoutException($"bbmd-silent: {bbmd} did not answer {question}: {tries} tries. Check that a BBMD is there, and that UDP passes both ways");
                }
                catch (TimeoutException) { }   // asked again
            }
        }
        finally
        {
            _tables.TryRemove(KeyValuePair.Create((bbmd, question), answer));
        }
    }

    private void SendQuestion(BvlcFunction question, DeviceAddress bbmd)
    {
        Span<byte> datagram = stackalloc byte[BvlcHeader.Size];
        _port.TrySend(datagram[..BvlcDatagram.Encode(datagram, question)], bbmd);
    }

    private void OnTable(in BipFrame frame)
    {
        BvlcFunction? question = frame.Link.Function switch
        {
            BvlcFunction.ReadBroadcastDistributionTableAck => BvlcFunction.ReadBroadcastDistributionTable,
            BvlcFunction.ReadForeignDeviceTableAck => BvlcFunction.ReadForeignDeviceTable,
            BvlcFunction.Result when BvlcHeader.TryDecodeResult(frame.Content, out var result) => result switch
            {
                BvlcResult.ReadBroadcastDistributionTableNak => BvlcFunction.ReadBroadcastDistributionTable,
                BvlcResult.ReadForeignDeviceTableNak => BvlcFunction.ReadForeignDeviceTable,
                _ => null,
            },
            _ => null,
        };
        if (question is { } asked && _tables.TryGetValue((frame.Source, asked), out var waiting))
            waiting.TrySetResult(frame.Link.Function == BvlcFunction.Result ? null : frame.Content.ToArray());
    }
}
