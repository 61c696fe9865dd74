using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.TestKit;

/// <summary>A request as a device received it.</summary>
public sealed record Asked(TimeSpan At, DeviceAddress From, ApduHeader Apdu, byte[] Service)
{
    /// <summary>Its invoke id.</summary>
    public byte InvokeId => Apdu.InvokeId;

    /// <summary>The property of a ReadProperty.</summary>
    public PropertyReference Target => ReadPropertyRequest.TryDecode(Service, out var request, out var error)
        ? request.Target
        : throw new InvalidOperationException($"not a ReadProperty: {error}");

    /// <summary>The properties of a ReadPropertyMultiple.</summary>
    public IReadOnlyList<PropertyReference> Targets
    {
        get
        {
            var request = new ReadPropertyMultipleRequest(Service);
            List<PropertyReference> targets = [];
            while (request.TryNext(out var target)) targets.Add(target);
            return request.Finish(out var error) ? targets : throw new InvalidOperationException($"not a ReadPropertyMultiple: {error}");
        }
    }
}

/// <summary>A device that does what a test tells it, right or wrong; unless told, it is silent.</summary>
public sealed class ScriptedDevice : IDatagramReceiver, IDisposable
{
    private readonly IDatagramTransport _transport;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly List<Asked> _requests = [];

    /// <summary>A device on a transport of its own; it receives from now on.</summary>
    public ScriptedDevice(IDatagramTransport transport, TimeProvider time)
    {
        (_transport, _time, _origin) = (transport, time, time.GetTimestamp());
        transport.Start(this);
    }

    /// <summary>Where it is.</summary>
    public DeviceAddress Address => _transport.LocalAddress;

    /// <summary>Its address behind this router; none by default.</summary>
    public NetworkAddress Behind { get; init; }

    /// <summary>What it does with a request.</summary>
    public Action<Asked> OnRequest { get; set; } = _ => { };

    /// <summary>Every request that came in, confirmed or not.</summary>
    public IReadOnlyList<Asked> Requests
    {
        get { lock (_requests) return [.. _requests]; }
    }

    /// <summary>Sends an APDU, through a router if the address lies behind one.</summary>
    public void Send(byte[] apdu, DeviceAddress to)
    {
        Span<byte> datagram = stackalloc byte[BipFrame.MaxSize];
        var length = BipFrame.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, new NpduHeader(to.Remote, Behind, ExpectsReply: false), apdu);
        _transport.TrySend(datagram[..length], to);
    }

    /// <summary>Answers a request with an APDU.</summary>
    public void Answer(Asked asked, byte[] apdu) => Send(apdu, asked.From);

    /// <summary>Sends a datagram as it is.</summary>
    public void SendRaw(byte[] datagram, DeviceAddress to) => _transport.TrySend(datagram, to);

    /// <summary>Goes off the network.</summary>
    public void Dispose() => _transport.Dispose();

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        if (!BipFrame.TryDecode(datagram, from, out var frame, out _) || !frame.HasApdu) return;
        Asked asked = new(_time.GetElapsedTime(_origin), frame.Source, frame.Apdu, frame.Content.ToArray());
        lock (_requests) _requests.Add(asked);
        OnRequest(asked);
    }
}
