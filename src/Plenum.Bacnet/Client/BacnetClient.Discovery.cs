using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    private const int MostBindings = 100_000;

    private static readonly TimeSpan FirstSpacing = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan MostSpacing = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<uint, DeviceAddress> _bindings = new();
    private readonly ConcurrentDictionary<Channel<(IAmRequest, DeviceAddress)>, byte> _listeners = new();

    /// <summary>Raised for every I-Am that arrives, on the receiving thread: a device that says it is there.</summary>
    public event Action<IAmRequest, DeviceAddress>? IAmReceived;

    /// <summary>Where an instance was last heard of; false when it never was.</summary>
    public bool TryGetBinding(uint instance, out DeviceAddress address) => _bindings.TryGetValue(instance, out address);

    /// <summary>Asks everyone on the link, or a range of instances, who is there, and yields each device once as it answers.</summary>
    /// <param name="listen">How long answers are waited for.</param>
    /// <param name="range">The instances that are to answer; all by default.</param>
    /// <param name="cancel">Ends the discovery early.</param>
    public async IAsyncEnumerable<Device> DiscoverAsync(TimeSpan listen, WhoIsRequest range = default, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = _time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), end, listen, Timeout.InfiniteTimeSpan);
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
                    if (!range.Includes(iAm.Device.Instance) || !known.Add((iAm.Device.Instance, from))) continue;
                    var device = new Device(from);
                    device.OnIAm(iAm);
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
    public async ValueTask<Device> FindAsync(uint instance, CancellationToken cancel)
    {
        var heard = Listen();
        try
        {
            for (var spacing = FirstSpacing; ; spacing = spacing * 2 < MostSpacing ? spacing * 2 : MostSpacing)
            {
                WhoIs(new(instance, instance));
                using var pause = CancellationTokenSource.CreateLinkedTokenSource(cancel);
                using var timer = _time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), pause, spacing, Timeout.InfiniteTimeSpan);
                while (await WaitAsync(heard.Reader, pause.Token).ConfigureAwait(false))
                {
                    while (heard.Reader.TryRead(out var answer))
                    {
                        if (answer.Item1.Device.Instance != instance) continue;
                        var device = new Device(answer.Item2);
                        device.OnIAm(answer.Item1);
                        return device;
                    }
                }
                cancel.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _listeners.TryRemove(heard, out _);
        }
    }

    /// <summary>Learns who is at an address: instance, name, vendor, APDU and segmentation, all read from "whichever device you are", so that no I-Am is needed.</summary>
    /// <returns>Whether the device answered; a second call goes on where the first one failed.</returns>
    public async ValueTask<bool> IdentifyAsync(Device device, TimeSpan? until = null, CancellationToken cancel = default)
    {
        var list = new ReadList([
            new(device.ObjectId, PropertyId.ObjectIdentifier),
            new(device.ObjectId, PropertyId.ObjectName),
            new(device.ObjectId, PropertyId.MaxApduLengthAccepted),
            new(device.ObjectId, PropertyId.SegmentationSupported),
            new(device.ObjectId, PropertyId.VendorIdentifier)]);
        await ReadAsync(device, list, until, cancel).ConfigureAwait(false);
        if (list.Results[0] is { HasValue: true, Value: { Kind: BacnetKind.ObjectId } id } && id.AsObjectId.Type == ObjectType.Device) device.Instance = id.AsObjectId.Instance;
        if (list.Results[1] is { HasValue: true, Value: { Kind: BacnetKind.CharacterString } name }) device.Name = name.AsCharacterString;
        if (list.Results[2] is { HasValue: true, Value: { Kind: BacnetKind.Unsigned } apdu }) device.Capabilities.OnMaxApdu((uint)Math.Min(apdu.AsUnsigned, uint.MaxValue));
        if (list.Results[3] is { HasValue: true, Value: { Kind: BacnetKind.Enumerated } segmentation }) device.Segmentation = (Segmentation)segmentation.AsEnumerated;
        if (list.Results[4] is { HasValue: true, Value: { Kind: BacnetKind.Unsigned } vendor }) device.VendorId = (ushort)vendor.AsUnsigned;
        return list.Settled == list.Targets.Count;
    }

    /// <summary>Sends a Who-Is to everyone, or to one address.</summary>
    public void WhoIs(WhoIsRequest range, DeviceAddress? to = null)
    {
        Span<byte> apdu = stackalloc byte[32];
        var size = new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.WhoIs }.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        range.Encode(ref writer);
        apdu = apdu[..(size + writer.Length)];
        if (to is { } address) _port.TrySendApdu(apdu, address, expectsReply: false);
        else _port.TryBroadcastApdu(apdu, NetworkAddress.GlobalBroadcast);
    }

    private void OnIAm(IAmRequest iAm, DeviceAddress from)
    {
        if (_bindings.Count < MostBindings || _bindings.ContainsKey(iAm.Device.Instance)) _bindings[iAm.Device.Instance] = from;
        foreach (var listener in _listeners.Keys) listener.Writer.TryWrite((iAm, from));
        IAmReceived?.Invoke(iAm, from);
    }

    private Channel<(IAmRequest, DeviceAddress)> Listen()
    {
        var heard = Channel.CreateBounded<(IAmRequest, DeviceAddress)>(new BoundedChannelOptions(4096) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
        _listeners[heard] = 0;
        return heard;
    }

    private static async ValueTask<bool> WaitAsync<T>(ChannelReader<T> reader, CancellationToken cancel)
    {
        try { return await reader.WaitToReadAsync(cancel).ConfigureAwait(false); }
        catch (OperationCanceledException) { return false; }
    }
}
