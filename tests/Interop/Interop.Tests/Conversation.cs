using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

[assembly: AssemblyFixture(typeof(Interop.Tests.Conversation))]

namespace Interop.Tests;

/// <summary>A conversation in which our client and our servers send every kind of frame that they can, written to a capture file.</summary>
public sealed class Conversation : IAsyncLifetime
{
    /// <summary>Values of all primitive types, each the present value of the analog value with its number. (Of a present value that is a long BIT STRING, Wireshark 4.0
    /// reads beyond the end: that one is the property where devices have such strings.)</summary>
    internal static readonly IReadOnlyList<(PropertyReference Target, BacnetValue Value)> Values =
        [.. Samples.All.Select((sample, number) => (new PropertyReference(new(ObjectType.AnalogValue, (uint)number), PropertyOf(sample.Value)), sample.Value))];

    internal static readonly PropertyReference Missing = new(new(ObjectType.AnalogInput, 99), PropertyId.PresentValue);

    private static readonly DeviceAddress Full = DeviceAddress.Parse("10.0.0.2"), Small = DeviceAddress.Parse("10.0.0.3"), Router = DeviceAddress.Parse("10.0.0.4"), Segmenting = DeviceAddress.Parse("10.0.0.5");

    private readonly FakeTimeProvider _time = new();
    private readonly VirtualLan _lan;
    private long _frames;

    public Conversation() => _lan = new(_time, seed: 1);

    /// <summary>The capture.</summary>
    public string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "conversation.pcap");

    /// <summary>How many frames are in it.</summary>
    public long Frames => _frames;

    public async ValueTask InitializeAsync() => await ConverseAsync().WaitAsync(TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task ConverseAsync()
    {
        using PcapWriter capture = new(Path);
        _lan.Tap = (from, to, datagram) =>
            capture.Write(TimeSpan.FromMilliseconds(++_frames), from, to, datagram);
        BacnetPort here = new(_lan.Attach(DeviceAddress.Parse("10.0.0.1")));
        await using BacnetClient client = new(here, new() { Segmentation = Segmentation.NoSegmentation }, _time);   // so that it has to abort
        here.Start();
        var server = Serve(Full, new(1234));
        Serve(Small, new(50) { MaxApdu = 50, ReadsMultiple = false });

        AskWhoIsThere(client, here, server);
        await ReadAndWriteAsync(client, new(Full));
        await BeRefusedAsync(client);
        await TalkThroughRoutersAsync(client);
    }

    private static PropertyId PropertyOf(BacnetValue value) =>
        value is { Kind: BacnetKind.BitString, AsBitString.Length: > 24 } ? PropertyId.ProtocolServicesSupported : PropertyId.PresentValue;

    private static void AskWhoIsThere(BacnetClient client, BacnetPort here, BacnetServer server)
    {
        client.WhoIs(default);
        client.WhoIs(new(1, 1234));
        client.WhoIs(new(1234, 1234), Full);
        server.AnnounceIAm();
        Span<byte> apdu = stackalloc byte[64];
        WhoHasRequest[] requests = [new(default, Values[0].Target.Object, null), new(new(0, 4_194_303), null, "device 1234")];
        foreach (var request in requests)
        {
            var size = new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.WhoHas }.Encode(apdu);
            var writer = new TagWriter(apdu[size..]);
            request.Encode(ref writer);
            here.TryBroadcastApdu(apdu[..(size + writer.Length)], NetworkAddress.GlobalBroadcast);
        }
    }

    private static async Task ReadAndWriteAsync(BacnetClient client, Device device)
    {
        foreach (var (target, value) in Values)
        {
            await client.ReadAsync(device, target);
            await client.WriteAsync(device, new(target, value, 8));
        }
        await client.WriteAsync(device, new(Values[0].Target, BacnetValue.Null));
        await client.ReadAsync(device, new PropertyReference(Values[0].Target.Object, PropertyId.PriorityArray, 8));
        await client.ReadAsync(device, new ReadList([.. Values.Select(value => value.Target), Missing, new(Values[0].Target.Object, PropertyId.PriorityArray, 8)]));
        await client.IdentifyAsync(device);
    }

    private async Task BeRefusedAsync(BacnetClient client)
    {
        await client.ReadAsync(new(Full), Missing);                                      // Error
        await client.WriteAsync(new(Full), new(Missing, BacnetValue.Real(1), 16));       // Error
        await client.ReadAsync(new(Small), new ReadList([Values[0].Target]));            // Reject
        await client.ReadAsync(new(Small), Values[22].Target);                           // Abort, by the server
        ScriptedDevice segmenting = new(_lan.Attach(Segmenting), _time);
        segmenting.OnRequest = asked =>
        {
            if (asked.Apdu.Type == PduType.ConfirmedRequest) segmenting.Answer(asked, [0x3C, asked.InvokeId, 0, 4, asked.Apdu.Service, 0x0C]);
        };
        await client.ReadAsync(new(Segmenting), Values[0].Target);                       // Abort, by the client
    }

    private async Task TalkThroughRoutersAsync(BacnetClient client)
    {
        foreach (var behind in new NetworkAddress[] { new(2001, 7, 1), new(2002, 0xC0A80007BAC0, 6) })
        {
            ScriptedDevice router = new(_lan.Attach(Router), _time) { Behind = behind };
            router.OnRequest = asked => router.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(21.5f)));
            await client.ReadAsync(new(Router with { Remote = behind }), Values[0].Target);
            SendThrough(router, behind, "0005010C0C000000631955");   // a request from behind the router, which is answered to there
            router.Dispose();
        }
    }

    private static void SendThrough(ScriptedDevice router, NetworkAddress behind, string apdu)
    {
        Span<byte> datagram = stackalloc byte[BipFrame.MaxSize];
        var length = BipFrame.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, new NpduHeader(default, behind, ExpectsReply: true), Convert.FromHexString(apdu));
        router.SendRaw(datagram[..length].ToArray(), Full);
    }

    private BacnetServer Serve(DeviceAddress address, TableDevice device)
    {
        foreach (var (target, value) in Values) device[target] = value;
        device[new(Values[0].Target.Object, PropertyId.ObjectName)] = BacnetValue.CharacterString("first");
        device[new(Values[0].Target.Object, PropertyId.PriorityArray, 8)] = BacnetValue.Real(35.25f);
        BacnetPort port = new(_lan.Attach(address));
        BacnetServer server = new(port, device);
        port.Start();
        return server;
    }
}
