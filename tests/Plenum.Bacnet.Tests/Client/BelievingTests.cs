using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Which answers a client believes: from the very device, with the request's id, to its service, about what it asked for.</summary>
public sealed class BelievingTests : IAsyncDisposable
{
    private static readonly PropertyReference Asked = Value(1);
    private static readonly BacnetValue Right = BacnetValue.Real(21.5f), Wrong = BacnetValue.Real(-1);

    private readonly ClientBench _bench = new();
    private readonly ScriptedDevice _device;

    public BelievingTests() => _device = _bench.Scripted("10.0.0.2");

    [Theory]
    [InlineData("10.0.0.3")]         // another machine
    [InlineData("10.0.0.2:47809")]   // another port of the same machine: another device
    public async Task An_answer_from_elsewhere_is_dropped_and_counted(string elsewhere)
    {
        var other = _bench.Scripted(elsewhere);
        other.Send(Apdus.IAm(3), ClientAddress);
        _device.OnRequest = asked =>
        {
            other.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Wrong));
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal(1, _bench.Counters.Unmatched);
    }

    [Fact]
    public async Task An_answer_from_another_device_behind_the_same_router_is_dropped_and_counted()
    {
        var behind = new NetworkAddress(2001, 7, 1);
        var router = _bench.Scripted("10.0.0.4", new NetworkAddress(2001, 8, 1));
        router.OnRequest = asked => router.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Wrong));

        var read = _bench.Client.ReadAsync(new(router.Address with { Remote = behind }), Asked, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<BacnetTimeoutException>(() => _bench.RunAsync(read));
        Assert.Equal(4, _bench.Counters.Unmatched);
    }

    [Fact]
    [Trait("Rule", "F14")]
    public async Task A_device_behind_a_router_is_believed()
    {
        var behind = new NetworkAddress(2001, 7, 1);
        var router = _bench.Scripted("10.0.0.4", behind);
        router.OnRequest = asked => router.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Right));

        var read = _bench.Client.ReadAsync(new(router.Address with { Remote = behind }), Asked, TestContext.Current.CancellationToken);

        Assert.Equal(Right, (await _bench.RunAsync(read)).Value);
    }

    [Fact]
    [Trait("Rule", "135.1 13.9")]
    public async Task An_answer_with_another_invoke_id_is_dropped_and_counted()
    {
        _device.OnRequest = asked =>
        {
            _device.Answer(asked, Apdus.ReadAck((byte)(asked.InvokeId + 1), Asked, Wrong));
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal(1, _bench.Counters.Unmatched);
    }

    [Fact]
    public async Task An_answer_to_another_service_is_dropped_and_counted()
    {
        _device.OnRequest = asked =>
        {
            _device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, [(Asked, new(Wrong))]));
            _device.Answer(asked, Apdus.SimpleAck(asked.InvokeId, ConfirmedService.WriteProperty));
            _device.Answer(asked, Apdus.Error(asked.InvokeId, ConfirmedService.WriteProperty, ErrorClass.Property, ErrorCode.WriteAccessDenied));
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal(3, _bench.Counters.WrongService);
    }

    public static TheoryData<PropertyReference> OtherTargets => new(
        Asked with { Object = new(ObjectType.AnalogInput, 2) },
        Asked with { Object = new(ObjectType.AnalogOutput, 1) },
        Asked with { Property = PropertyId.Description },
        Asked with { ArrayIndex = 1 });

    [Theory, MemberData(nameof(OtherTargets))]
    public async Task An_answer_about_something_else_is_dropped_and_counted(PropertyReference other)
    {
        _device.OnRequest = asked =>
        {
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, other, Wrong));
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal(1, _bench.Counters.WrongTarget);
    }

    [Fact]
    [Trait("Rule", "135.1 8.18")]
    public async Task An_element_is_not_taken_for_another_element_nor_for_the_whole_array()
    {
        var element = new PropertyReference(new(ObjectType.AnalogOutput, 1), PropertyId.PriorityArray, 8);
        _device.OnRequest = asked =>
        {
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, element with { ArrayIndex = 9 }, Wrong));
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, element with { ArrayIndex = null }, Wrong));
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, element, Right));
        };

        Assert.Equal(Right, (await ReadAsync(element)).Value);
        Assert.Equal(2, _bench.Counters.WrongTarget);
    }

    [Fact]
    public async Task A_read_is_not_ended_by_an_acknowledgement_without_a_value_nor_a_write_by_one_with_a_value()
    {
        _device.OnRequest = asked =>
        {
            var isWrite = (ConfirmedService)asked.Apdu.Service == ConfirmedService.WriteProperty;
            var wrong = isWrite ? Apdus.ReadAck(asked.InvokeId, Asked, Wrong) : Apdus.SimpleAck(asked.InvokeId, ConfirmedService.ReadProperty);
            if (isWrite) wrong[2] = (byte)ConfirmedService.WriteProperty;
            _device.Answer(asked, wrong);
            _device.Answer(asked, isWrite ? Apdus.SimpleAck(asked.InvokeId, ConfirmedService.WriteProperty) : Apdus.ReadAck(asked.InvokeId, Asked, Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Null(await _bench.RunAsync(_bench.Client.WriteAsync(new(_device.Address), new(Asked, Right, 8), TestContext.Current.CancellationToken)));
        Assert.Equal(2, _bench.Counters.Malformed + _bench.Counters.WrongTarget);
    }

    [Fact] // clause 20.1.9: an Abort of the asking side belongs to a request of the peer's own, not to one of ours
    public async Task An_abort_of_the_peers_own_request_does_not_end_ours()
    {
        _device.OnRequest = asked =>
        {
            _device.Answer(asked, Apdus.Abort(asked.InvokeId, AbortReason.Other, fromServer: false));
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal(1, _bench.Counters.Unmatched);
    }

    [Fact]
    [Trait("Rule", "135.1 13.9")]
    public async Task A_doubled_answer_is_taken_once()
    {
        _device.OnRequest = asked =>
        {
            for (var i = 0; i < 3; i++) _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal((1, 2), (_bench.Counters.Answered, _bench.Counters.Late));
    }

    [Fact]
    [Trait("Rule", "F13")]
    public async Task A_late_answer_never_answers_a_newer_request()
    {
        // Every answer takes 9 s, longer than the first request waits, and all are about the same property: only the ids can tell them apart.
        _bench.Lan.SetFaults(_device.Address, ClientAddress, new() { Delay = TimeSpan.FromSeconds(9) });
        ulong round = 0;
        _device.OnRequest = asked => _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Asked, BacnetValue.Unsigned(round)));

        await Assert.ThrowsAsync<BacnetTimeoutException>(ReadAsync);
        _bench.Pass(seconds: 1);   // the first late answer tells how slow the device is; the three others come while the next request waits
        for (round = 1; round < 4; round++) Assert.Equal(BacnetValue.Unsigned(round), (await ReadAsync()).Value);
        _bench.Pass(seconds: 10);

        Assert.Equal((3, _bench.Counters.Tries - 3), (_bench.Counters.Answered, _bench.Counters.Late));
    }

    private Task<PropertyResult> ReadAsync() => ReadAsync(Asked);

    private Task<PropertyResult> ReadAsync(PropertyReference target) =>
        _bench.RunAsync(_bench.Client.ReadAsync(new(_device.Address), target, TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
