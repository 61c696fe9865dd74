using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Tests.Client;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>Answers that come from another port or through another router than they were asked for, and instances that are there twice.</summary>
public sealed class ElsewhereTests : IAsyncDisposable
{
    private static readonly BacnetValue Right = BacnetValue.Real(21.5f), Wrong = BacnetValue.Real(-1);

    private readonly ClientBench _bench = new();

    [Fact]
    [Trait("Rule", "F14")]
    public async Task A_device_that_answers_from_a_port_of_its_own_is_believed()
    {
        var (device, back) = (_bench.Scripted("10.0.0.2"), _bench.Scripted("10.0.0.2:50123"));
        device.OnRequest = asked => back.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Right));

        Assert.Equal(Right, (await ReadAsync(device.Address)).Value);
        Assert.Equal(1, _bench.Counters.Elsewhere);
    }

    [Fact]
    [Trait("Rule", "F14")]
    [Trait("Rule", "F13")]
    public async Task Where_two_devices_of_one_address_await_the_same_id_an_answer_from_a_third_port_is_nobodys()
    {
        var (one, other, third) = (_bench.Scripted("10.0.0.2"), _bench.Scripted("10.0.0.2:47809"), _bench.Scripted("10.0.0.2:50123"));
        var (first, second) = (Begin(one.Address), Begin(other.Address));
        third.Answer(one.Requests[0], Apdus.ReadAck(one.Requests[0].InvokeId, Value(1), Wrong));
        Assert.Equal(one.Requests[0].InvokeId, other.Requests[0].InvokeId);

        one.Answer(one.Requests[0], Apdus.ReadAck(one.Requests[0].InvokeId, Value(1), Right));
        other.Answer(other.Requests[0], Apdus.ReadAck(other.Requests[0].InvokeId, Value(1), Right));

        Assert.Equal((Right, Right), ((await _bench.RunAsync(first)).Value, (await _bench.RunAsync(second)).Value));
        Assert.Equal((0, 1), (_bench.Counters.Elsewhere, _bench.Counters.Unmatched));
    }

    [Fact]
    [Trait("Rule", "F14")]
    public async Task An_answer_through_another_router_of_the_network_is_believed()
    {
        NetworkAddress station = new(2001, 7, 1);
        var (there, back) = (_bench.Scripted("10.0.0.254", station), _bench.Scripted("10.0.0.253", station));
        there.OnRequest = asked => back.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Right));

        Assert.Equal(Right, (await ReadAsync(there.Address with { Remote = station })).Value);
        Assert.Equal(1, _bench.Counters.Elsewhere);
    }

    [Fact]
    [Trait("Rule", "F19")]
    public void Two_devices_with_one_instance_are_told_once_and_bound_to_neither()
    {
        var (one, other) = (_bench.Scripted("10.0.0.2"), _bench.Scripted("10.0.0.3"));
        for (var i = 0; i < 3; i++)
        {
            one.Send(Apdus.IAm(500), ClientAddress);
            _bench.Pass(seconds: 1);
            other.Send(Apdus.IAm(500), ClientAddress);
            _bench.Pass(seconds: 20);
        }

        Assert.False(_bench.Client.TryGetBinding(500, out _));
        Assert.Equal([other.Address, one.Address], _bench.Client.PlacesOf(500));
        Assert.Equal([1106], _bench.Logger.Entries.Select(entry => entry.Id));
    }

    [Fact]
    [Trait("Rule", "F19")]
    public void Two_devices_that_speak_in_turns_are_found_out_when_the_first_one_is_back()
    {
        var (one, other) = (_bench.Scripted("10.0.0.2"), _bench.Scripted("10.0.0.3"));
        one.Send(Apdus.IAm(500), ClientAddress);
        _bench.Pass(seconds: 60);
        other.Send(Apdus.IAm(500), ClientAddress);
        Assert.True(_bench.Client.TryGetBinding(500, out var at) && at == other.Address);
        _bench.Pass(seconds: 60);
        one.Send(Apdus.IAm(500), ClientAddress);

        Assert.False(_bench.Client.TryGetBinding(500, out _));
    }

    [Fact]
    [Trait("Rule", "F19")]
    public void A_double_instance_that_was_mended_is_bound_again()
    {
        var (one, other) = (_bench.Scripted("10.0.0.2"), _bench.Scripted("10.0.0.3"));
        one.Send(Apdus.IAm(500), ClientAddress);
        other.Send(Apdus.IAm(500), ClientAddress);
        Assert.False(_bench.Client.TryGetBinding(500, out _));

        _bench.Pass(seconds: 61);
        one.Send(Apdus.IAm(500), ClientAddress);

        Assert.True(_bench.Client.TryGetBinding(500, out var at) && at == one.Address);
    }

    [Fact]
    [Trait("Rule", "BTL 7.7")]
    [Trait("Rule", "F6")]
    public async Task Many_missing_devices_are_asked_for_ten_a_second_together()
    {
        var listener = _bench.Scripted("10.0.0.2");
        var searches = Enumerable.Range(0, 300).Select(i => _bench.Client.TryFindAsync((uint)i, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken).AsTask()).ToList();

        Assert.All(await _bench.RunAsync(Task.WhenAll(searches)), Assert.Null);

        Assert.InRange(listener.Requests.Count, 150, 10 + (20 * 10));   // ten at once, then ten a second; each alone would have asked five times
        Assert.InRange(listener.Requests.Count(asked => asked.At < TimeSpan.FromSeconds(1)), 10, 21);
    }

    private Task<PropertyResult> ReadAsync(DeviceAddress at) => _bench.RunAsync(Begin(at));

    private Task<PropertyResult> Begin(DeviceAddress at) => _bench.Client.ReadAsync(new(at), Value(1), TestContext.Current.CancellationToken).AsTask();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
