using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>A device of ours on a virtual network, and somebody there who asks it in octets.</summary>
internal sealed class ServerBench : IDisposable
{
    public static readonly DeviceAddress Here = DeviceAddress.Parse("10.0.0.2"), Asker = DeviceAddress.Parse("10.0.0.1");

    private readonly VirtualTransport _asker, _there;
    private readonly Inbox _inbox = new();

    public ServerBench(ILocalDevice device, FakeTimeProvider? time = null)
    {
        Time = time ?? new();
        VirtualLan lan = new(Time, seed: 1);
        _there = lan.Attach(Here);
        Port = new(_there);
        Server = new(Port, device, Time);
        Sender = new(Port, device, new(), Time) { Communication = (device as IManagedDevice)?.Communication };
        Port.Start();
        _asker = lan.Attach(Asker);
        _asker.Start(_inbox);
    }

    public FakeTimeProvider Time { get; }
    public BacnetPort Port { get; }
    public BacnetServer Server { get; }
    public EventSender Sender { get; }

    /// <summary>Whether nothing has come that was not taken.</summary>
    public bool IsQuiet => _inbox.Count == 0;

    /// <summary>Asks with an APDU and gives the APDU that answers, both in hexadecimal.</summary>
    public string Ask(string apdu)
    {
        Send(apdu);
        return Take();
    }

    public void Send(string apdu) => Put(BvlcFunction.OriginalUnicastNpdu, new(default, default, ExpectsReply: true), apdu);

    public void Broadcast(string apdu) => Put(BvlcFunction.OriginalBroadcastNpdu, default, apdu);

    /// <summary>The next APDU that has come, behind its NPDU.</summary>
    public string Take()
    {
        if (IsQuiet) return "";
        var datagram = Convert.FromHexString(_inbox.Take().Bytes);
        Assert.True(NpduHeader.TryDecode(datagram.AsSpan(4), out _, out var apdu, out _));
        return Convert.ToHexString(apdu);
    }

    public void Dispose()
    {
        Sender.Dispose();
        Port.Dispose();
        _inbox.Dispose();
        Assert.Null(_there.LastFault);
    }

    private void Put(BvlcFunction function, NpduHeader network, string apdu)
    {
        Span<byte> npdu = stackalloc byte[NpduHeader.MaxSize];
        var body = Convert.ToHexString(npdu[..network.Encode(npdu)]) + apdu.Replace(" ", "", StringComparison.Ordinal);
        _asker.TrySend(Convert.FromHexString($"81{(byte)function:X2}{4 + (body.Length / 2):X4}{body}"), Here);
    }
}
