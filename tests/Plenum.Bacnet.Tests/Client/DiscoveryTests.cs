using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Who is there, where an instance is, and who is at an address.</summary>
public sealed class DiscoveryTests : IAsyncDisposable
{
    private readonly ClientBench _bench = new();

    [Fact]
    public async Task Everyone_who_answers_is_found_once()
    {
        for (uint i = 1; i <= 20; i++) _bench.Serve($"10.0.1.{i}", new(100 + i) { MaxApdu = 480 });
        _bench.Lan.Faults = new() { DuplicatePercent = 50 };

        var found = await DiscoverAsync();

        Assert.Equal(Enumerable.Range(101, 20).Select(i => (uint?)i), found.Select(device => device.Instance).Order());
        Assert.All(found, device => Assert.Equal((480, (ushort?)260), (device.Capabilities.MaxApdu, device.VendorId)));
    }

    [Fact]
    [Trait("Rule", "F6")]
    public async Task Of_a_range_only_those_within_it_are_asked_and_taken()
    {
        for (uint i = 1; i <= 20; i++) _bench.Serve($"10.0.1.{i}", new(100 + i));
        var nosy = _bench.Scripted("10.0.0.2");
        nosy.OnRequest = asked => nosy.Answer(asked, Apdus.IAm(500));   // answers whatever is asked

        var found = await DiscoverAsync(new(105, 107));

        Assert.Equal([105u, 106u, 107u], found.Select(device => device.Instance!.Value).Order());
        Assert.True(WhoIsRequest.TryDecode(nosy.Requests[0].Service, out var asked, out _));
        Assert.Equal(new WhoIsRequest(105, 107), asked);
    }

    [Fact]
    [Trait("Rule", "F19")]
    public async Task Two_devices_with_one_instance_are_both_shown()
    {
        _bench.Serve("10.0.1.1", new(500));
        _bench.Serve("10.0.1.2", new(500));

        Assert.Equal(["500 at 10.0.1.1:47808", "500 at 10.0.1.2:47808"], (await DiscoverAsync()).Select(device => device.ToString()).Order());
    }

    [Fact]
    [Trait("Rule", "BTL 7.5")]
    public async Task An_instance_is_asked_for_alone_at_growing_intervals_until_it_answers()
    {
        var device = _bench.Scripted("10.0.0.2");
        var other = _bench.Scripted("10.0.0.3");
        var tries = 0;
        device.OnRequest = asked =>
        {
            if (++tries == 6) device.Answer(asked, Apdus.IAm(77, 206));
            else other.Answer(asked, Apdus.IAm(78));   // somebody else's I-Am is passed over
        };
        var found = await _bench.RunAsync(_bench.Client.FindAsync(77, TestContext.Current.CancellationToken), mostSeconds: 60);

        Assert.Equal(("77 at 10.0.0.2:47808", 206), (found.ToString(), found.Capabilities.MaxApdu));
        AssertTimes([0, 0.5, 1.5, 3.5, 7.5, 15.5], device);
        Assert.All(device.Requests, asked => Assert.True(WhoIsRequest.TryDecode(asked.Service, out var range, out _) && range == new WhoIsRequest(77, 77)));
        Assert.True(_bench.Client.TryGetBinding(77, out var at) && at == device.Address);
    }

    [Fact]
    [Trait("Rule", "BTL 7.6")]
    public async Task An_instance_that_is_not_there_is_never_asked_for_more_often_than_every_five_minutes_in_the_end()
    {
        var device = _bench.Scripted("10.0.0.2");
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        device.OnRequest = _ => { if (device.Requests.Count == 15) cancel.Cancel(); };
        var finding = _bench.Client.FindAsync(77, cancel.Token).AsTask();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _bench.RunAsync(finding, mostSeconds: 10_000, step: TimeSpan.FromMilliseconds(100)));
        var times = device.Requests.Select(asked => asked.At.TotalSeconds).ToList();
        Assert.InRange(times[^1] - times[^2], 299, 301);
    }

    [Fact]
    public async Task An_address_is_enough_to_know_who_is_there()
    {
        var device = _bench.Serve("10.0.0.2", new(4711) { MaxApdu = 480, VendorId = 7 });

        Assert.True(await _bench.RunAsync(_bench.Client.IdentifyAsync(device, cancel: TestContext.Current.CancellationToken)));

        Assert.Equal((4711u, "device 4711", (ushort)7, 480), (device.Instance!.Value, device.Name, device.VendorId!.Value, device.Capabilities.MaxApdu));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_device_that_does_not_know_itself_as_any_device_is_asked_who_it_is(bool refuses)
    {
        var server = new TableDevice(4711);
        var device = _bench.Scripted("10.0.0.2");
        device.OnRequest = asked =>
        {
            if (asked.Apdu.Type == PduType.UnconfirmedRequest) { device.Answer(asked, Apdus.IAm(4711)); return; }
            if (asked.Apdu.Service == (byte)ConfirmedService.ReadPropertyMultiple && asked.Targets[0].Object != ObjectId.AnyDevice)
                device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, asked.Targets.Select(target => (target, server.Read(target)))));
            else if (refuses) device.Answer(asked, Apdus.Error(asked.InvokeId, (ConfirmedService)asked.Apdu.Service, ErrorClass.Object, ErrorCode.UnknownObject));
        };
        var at = new Device(device.Address);

        Assert.True(await _bench.RunAsync(_bench.Client.IdentifyAsync(at, cancel: TestContext.Current.CancellationToken)));

        Assert.Equal((4711u, "device 4711"), (at.Instance!.Value, at.Name));
    }

    [Fact]
    public async Task An_I_am_from_elsewhere_does_not_name_the_device_at_an_address()
    {
        var (device, other) = (_bench.Scripted("10.0.0.2"), _bench.Scripted("10.0.0.3"));
        device.OnRequest = asked =>
        {
            if (asked.Apdu.Type == PduType.UnconfirmedRequest) other.Answer(asked, Apdus.IAm(4711));
            else device.Answer(asked, Apdus.Error(asked.InvokeId, (ConfirmedService)asked.Apdu.Service, ErrorClass.Object, ErrorCode.UnknownObject));
        };
        var at = new Device(device.Address);

        Assert.True(await _bench.RunAsync(_bench.Client.IdentifyAsync(at, cancel: TestContext.Current.CancellationToken)));   // it answers, although it does not say who it is
        Assert.Null(at.Instance);
    }

    [Fact]
    public async Task A_device_that_is_not_there_is_not_identified()
    {
        var at = new Device(_bench.Scripted("10.0.0.2").Address);

        Assert.False(await _bench.RunAsync(_bench.Client.IdentifyAsync(at, cancel: TestContext.Current.CancellationToken)));
    }

    [Fact]
    [Trait("Rule", "F26")]
    public void A_device_that_moves_is_known_at_its_new_place()
    {
        var (old, fresh) = (_bench.Scripted("10.0.0.2"), _bench.Scripted("10.0.0.3"));
        List<string> heard = [];
        _bench.Client.IAmReceived += (iAm, from) => heard.Add($"{iAm.Device.Instance} at {from}");

        old.Send(Apdus.IAm(77), ClientAddress);
        _bench.Pass(seconds: 11);   // two at one moment would be two devices
        fresh.Send(Apdus.IAm(77), ClientAddress);

        Assert.Equal(["77 at 10.0.0.2:47808", "77 at 10.0.0.3:47808"], heard);
        Assert.True(_bench.Client.TryGetBinding(77, out var at) && at == fresh.Address);
    }

    [Fact]
    public async Task Breaking_a_discovery_off_leaves_nothing_behind()
    {
        _bench.Serve("10.0.1.1", new(1));
        _bench.Serve("10.0.1.2", new(2));
        for (var i = 0; i < 100; i++)
        {
            await foreach (var device in _bench.Client.DiscoverAsync(TimeSpan.FromSeconds(3), cancel: TestContext.Current.CancellationToken)) break;
        }
        _bench.Pass(seconds: 4);   // the ends of all of them come and find nobody
        Assert.Equal(2, (await DiscoverAsync()).Count);
    }

    [Fact]
    public void Who_has_an_object_is_asked_by_identifier_and_by_name_and_within_a_range()
    {
        foreach (var instance in (uint[])[1, 2]) _bench.Serve($"10.0.1.{instance}", new(instance) { [new(new(ObjectType.AnalogInput, instance), PropertyId.ObjectName)] = BacnetValue.CharacterString("supply air") });
        List<string> told = [];
        _bench.Client.IHaveReceived += (iHave, from) => told.Add($"{iHave.Device.Instance} {iHave.Object} {iHave.Name} at {from}");

        Assert.True(_bench.Client.WhoHas(new(default, null, "supply air")));
        Assert.True(_bench.Client.WhoHas(new(default, new ObjectId(ObjectType.AnalogInput, 2), null)));
        Assert.True(_bench.Client.WhoHas(new(new(1, 1), null, "supply air")));
        Assert.True(_bench.Client.WhoHas(new(new(3, 9), null, "supply air")));

        const string one = "1 analogInput:1 supply air at 10.0.1.1:47808", two = "2 analogInput:2 supply air at 10.0.1.2:47808";
        Assert.Equal([one, two, two, one], told);
    }

    private async Task<List<Device>> DiscoverAsync(WhoIsRequest range = default)
    {
        async Task<List<Device>> CollectAsync()
        {
            List<Device> devices = [];
            await foreach (var device in _bench.Client.DiscoverAsync(TimeSpan.FromSeconds(3), range, TestContext.Current.CancellationToken)) devices.Add(device);
            return devices;
        }
        return await _bench.RunAsync(CollectAsync(), mostSeconds: 4);
    }

    private static void AssertTimes(double[] seconds, ScriptedDevice device) =>
        Assert.All(device.Requests.Zip(seconds), pair => Assert.InRange(pair.First.At.TotalSeconds, pair.Second, pair.Second + 0.1));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
