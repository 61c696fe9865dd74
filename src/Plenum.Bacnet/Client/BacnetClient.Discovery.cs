using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    private const int MostFound = 100_000;

    private static readonly TimeSpan FirstSpacing = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostSpacing = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private readonly Instances _instances = new();
    private readonly BroadcastPace _pace = new();
    private readonly ConcurrentDictionary<Channel<(IAmRequest IAm, DeviceAddress From)>, byte> _listeners = new();

    /// <summary>Raised for every I-Am that arrives, on the receiving thread: a device that says it is there.</summary>
    public event Action<IAmRequest, DeviceAddress>? IAmReceived;

    /// <summary>Where an instance was last heard of; false when it never was, and when several devices say that they have it (<see cref="PlacesOf"/>).</summary>
    public bool TryGetBinding(uint instance, out DeviceAddress address)
    {
        var places = PlacesOf(instance);
        address = places.Count == 1 ? places[0] : default;
        return places.Count == 1;
    }

    /// <summary>Where an instance was heard of, the place heard last first. More than one when two devices have it: which of them is meant, nobody can say.</summary>
    public IReadOnlyList<DeviceAddress> PlacesOf(uint instance) => _instances.PlacesOf(instance, Now);

    /// <summary>Asks everyone on the link, or a range of instances, who is there, and yields each device once as it answers.</summary>
    /// <param name="listen">How long answers are waited for.</param>
    /// <param name="range">The instances that are to answer; all by default.</param>
    /// <param name="cancel">Ends the discovery early.</param>
    public async IAsyncEnumerable<Device> DiscoverAsync(TimeSpan listen, WhoIsRequest range = default, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var over = new CancellationTokenSource(listen, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        var heard = Listen();
        var known = new HashSet<(uint, DeviceAddress)>();
        try
        {
            WhoIs(range);
            while (await WaitAsync(heard.Reader, end.Token).ConfigureAwait(false))
            {
                while (heard.Reader.TryRead(out var answer))
                {
                    var (iAm, from) = answer;
                    if (!range.Includes(iAm.Device.Instance) || known.Count == MostFound || !known.Add((iAm.Device.Instance, from))) continue;
                    var device = new Device(from);
                    device.OnIAm(iAm, _time.GetUtcNow());
                    yield return device;
                }
            }
            cancel.ThrowIfCancellationRequested();
        }
        finally
        {
            _listeners.TryRemove(heard, out _);
        }
    }

    /// <summary>Finds the device with an instance: asks for it alone, again and again with growing pauses (0.5 s to 5 min), until it answers.</summary>
    /// <exception cref="OperationCanceledException">It did not answer before <paramref name="cancel"/> was cancelled.</exception>
    public async ValueTask<Device> FindAsync(uint instance, CancellationToken cancel) =>
        await TryFindAsync(instance, TimeSpan.MaxValue, cancel).ConfigureAwait(false) ?? throw new OperationCanceledException(cancel);

    /// <summary>Looks for the device with an instance as <see cref="FindAsync"/> does, for a limited time.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="until">The end of the search, on the clock of <see cref="Now"/>.</param>
    /// <param name="cancel">Gives the search up.</param>
    /// <returns>The device; null when it did not answer in time.</returns>
    public async ValueTask<Device?> TryFindAsync(uint instance, TimeSpan until, CancellationToken cancel)
    {
        var heard = Listen();
        try
        {
            for (var spacing = FirstSpacing; Now < until; spacing = spacing * 2 < MostSpacing ? spacing * 2 : MostSpacing)
            {
                if (!_pace.TryTake(Now, until, out var turn)) return null;
                if (turn > TimeSpan.Zero) await Task.Delay(turn, _time, cancel).ConfigureAwait(false);
                WhoIs(new(instance, instance));
                var pause = until - Now < spacing ? until - Now : spacing;
                if (await HearAsync(heard.Reader, answer => answer.IAm.Device.Instance == instance, pause, cancel).ConfigureAwait(false) is not { } answer) continue;
                var device = new Device(answer.From);
                device.OnIAm(answer.IAm, _time.GetUtcNow());
                return device;
            }
            return null;
        }
        finally
        {
            _listeners.TryRemove(heard, out _);
        }
    }

    /// <summary>Sends a Who-Is to everyone, or to one address.</summary>
    public void WhoIs(WhoIsRequest range, DeviceAddress? to = null) => Tell(UnconfirmedService.WhoIs, range.Encode, to);

    private void OnIAm(IAmRequest iAm, DeviceAddress from)
    {
        if (_instances.OnIAm(iAm.Device.Instance, from, Now) is { } other) Log.InstanceTwice(_logger, iAm.Device.Instance, other, from);
        foreach (var listener in _listeners.Keys) listener.Writer.TryWrite((iAm, from));
        IAmReceived?.Invoke(iAm, from);
    }

    private Channel<(IAmRequest IAm, DeviceAddress From)> Listen()
    {
        var heard = Channel.CreateBounded<(IAmRequest IAm, DeviceAddress From)>(new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
        _listeners[heard] = 0;
        return heard;
    }

    /// <summary>The first answer heard that is wanted; null when none is in this time.</summary>
    private async ValueTask<(IAmRequest IAm, DeviceAddress From)?> HearAsync(
        ChannelReader<(IAmRequest IAm, DeviceAddress From)> heard, Func<(IAmRequest IAm, DeviceAddress From), bool> wanted, TimeSpan time, CancellationToken cancel)
    {
        using var over = new CancellationTokenSource(time > TimeSpan.Zero ? time : TimeSpan.Zero, _time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancel);
        while (await WaitAsync(heard, end.Token).ConfigureAwait(false))
        {
            while (heard.TryRead(out var answer))
                if (wanted(answer)) return answer;
        }
        cancel.ThrowIfCancellationRequested();
        return null;
    }

    /// <summary>Waits until something was heard; false when the time is over and all that was heard has been read.</summary>
    private static async ValueTask<bool> WaitAsync<T>(ChannelReader<T> reader, CancellationToken cancel)
    {
        try { return await reader.WaitToReadAsync(cancel).ConfigureAwait(false); }
        catch (OperationCanceledException) { return reader.TryPeek(out _); }   // what was heard in time is not lost
    }
}
