using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Served;

namespace Plenum.Bacnet.Simulator.Tests.Served;

public sealed class ServedTests : IServedObserver, IDisposable
{
    private static readonly PropertyReference Sensor = new(ObjectId.Parse("analogInput:1"), PropertyId.PresentValue);
    private static readonly PropertyReference Valve = new(ObjectId.Parse("analogOutput:1"), PropertyId.PresentValue);
    private static readonly PropertyReference Name = new(ObjectId.Parse("analogInput:1"), PropertyId.ObjectName);

    private readonly FakeTimeProvider _time = new();
    private readonly TestWire _wire = new();
    private readonly List<(ServedExchange Exchange, ServedValue[] Values)> _told = [];
    private readonly Building _building;

    public ServedTests()
    {
        _building = new(new() { Devices = 1, PointsPerDevice = 72 }, _ => _wire, _time, this);
        _building.Start();
        _time.Advance(TimeSpan.FromSeconds(12));
    }

    public void Dispose() => _building.Dispose();

    void IServedObserver.OnServed(in ServedExchange exchange, ReadOnlySpan<ServedValue> values) => _told.Add((exchange, values.ToArray()));

    [Fact]
    public void A_value_that_went_out_is_told_with_who_asked_and_the_tick_it_is_of()
    {
        _wire.ReadProperty(7, Sensor);

        var (exchange, values) = Assert.Single(_told);
        Assert.Equal(new ServedExchange(1, false, 1000, TestWire.Client, 7, _time.GetTimestamp()), exchange);
        Assert.Equal([new ServedValue(Sensor.Object, _building.Controllers[0].Device.SignalOf(Sensor.Object).At(120), 120)], values);
    }

    [Fact]
    public void The_values_of_a_batch_are_told_together_and_nothing_but_present_values()
    {
        _wire.ReadMultiple(8, Sensor, Name, Valve, Sensor with { Object = ObjectId.Parse("analogInput:999") });

        Assert.Equal([Sensor.Object, Valve.Object], Assert.Single(_told).Values.Select(value => value.Object));
    }

    [Fact]
    public void A_request_without_present_values_is_told_with_none()
    {
        _wire.ReadProperty(1, Name);
        Assert.Empty(Assert.Single(_told).Values);
    }

    [Fact]
    public void A_refusal_is_not_told()
    {
        _wire.ReadProperty(1, Sensor with { Object = ObjectId.Parse("analogInput:999") });
        Assert.Empty(_told);
    }

    [Fact] // the server reads all values before it finds that they do not fit
    public void An_answer_that_is_too_large_is_not_told()
    {
        var everything = _building.Controllers[0].Device.Points.Select(id => new PropertyReference(id, PropertyId.All)).ToArray();
        _wire.ReadMultiple(1, everything);
        Assert.Single(_wire.Sent);
        Assert.Empty(_told);

        _wire.ReadProperty(2, Sensor);
        Assert.Single(Assert.Single(_told).Values);
    }

    [Fact]
    public void An_answer_that_is_lost_is_not_told()
    {
        _building.Controllers[0].Faults = new() { LossPercent = 60 };
        for (var i = 0; i < 256; i++) _wire.ReadProperty((byte)i, Sensor);

        Assert.InRange(_told.Count, 60, 150);
        Assert.Equal(_wire.Sent.Count, _told.Count);
    }

    [Fact]
    public void A_request_that_is_sent_again_keeps_its_number()
    {
        _wire.ReadProperty(7, Sensor);
        _time.Advance(TimeSpan.FromSeconds(20));
        _wire.ReadProperty(7, Sensor);
        _time.Advance(TimeSpan.FromSeconds(20));
        _wire.ReadProperty(7, Sensor);

        Assert.Equal([(1, false), (1, true), (1, true)], _told.Select(told => (told.Exchange.Number, told.Exchange.Again)));
        Assert.Equal(3, _told.Select(told => told.Values[0].Tick).Distinct().Count());
    }

    [Fact]
    public void A_request_that_is_sent_again_after_a_loss_is_told_for_the_first_time()
    {
        _building.Controllers[0].Faults = new() { LossPercent = 100 };
        _wire.ReadProperty(7, Sensor);
        _building.Controllers[0].Faults = new();
        _wire.ReadProperty(7, Sensor);

        Assert.False(Assert.Single(_told).Exchange.Again);
    }

    [Fact]
    public void Another_id_client_content_or_time_makes_another_exchange()
    {
        _wire.ReadProperty(7, Sensor);
        _wire.ReadProperty(8, Sensor);
        _wire.ReadProperty(7, Sensor, DeviceAddress.Parse("10.0.0.10"));
        _wire.ReadProperty(7, Valve);
        _wire.ReadProperty(8, Sensor);
        _time.Advance(TimeSpan.FromSeconds(31));
        _wire.ReadProperty(8, Sensor);

        Assert.Equal([1L, 2, 3, 4, 2, 5], _told.Select(told => told.Exchange.Number));
    }

    [Fact]
    public void A_fast_client_that_comes_round_to_the_same_id_begins_a_new_exchange()
    {
        for (var i = 0; i < 300; i++) _wire.ReadProperty((byte)i, Sensor);

        Assert.Equal(300, _told.Select(told => told.Exchange.Number).Distinct().Count());
        Assert.All(_told, told => Assert.False(told.Exchange.Again));
    }

    [Fact]
    public void Many_clients_do_not_fill_the_memory()
    {
        var numbers = new ExchangeNumbers(new NumberSource());
        for (var i = 1u; i <= 1000; i++) Assert.Equal(i, numbers.Of(new(i, 47808), 1, [1, 2], TimeSpan.FromSeconds(i)).Number);

        Assert.Equal(1000, numbers.Of(new(1000, 47808), 1, [1, 2], TimeSpan.FromSeconds(1001)).Number);
    }

    [Fact]
    public void Reading_the_device_oneself_is_not_told()
    {
        _building.Controllers[0].Device.Read(Sensor);
        _wire.ReadProperty(1, Name);
        Assert.Empty(Assert.Single(_told).Values);
    }
}
