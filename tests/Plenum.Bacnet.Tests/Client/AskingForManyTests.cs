using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>A list of properties as it goes out in a ReadPropertyMultiple, and each answer in its place.</summary>
public sealed class AskingForManyTests : IAsyncDisposable
{
    private static readonly ObjectId One = new(ObjectType.AnalogInput, 1), Two = new(ObjectType.AnalogInput, 2);

    private readonly ClientBench _bench = new();

    [Fact, Trait("Rule", "135.1 8.20.1")]
    public Task One_property_of_one_object() =>
        AsksAsync("0C000000011E09551F", new PropertyReference(One, PropertyId.PresentValue));

    [Fact, Trait("Rule", "135.1 8.20.2")]
    public Task Several_properties_of_one_object() =>
        AsksAsync("0C000000011E0955096F1F", new(One, PropertyId.PresentValue), new(One, PropertyId.StatusFlags));

    [Fact, Trait("Rule", "135.1 8.20.3")]
    public Task One_property_of_each_of_several_objects() =>
        AsksAsync("0C000000011E09551F" + "0C000000021E09551F", new(One, PropertyId.PresentValue), new(Two, PropertyId.PresentValue));

    [Fact, Trait("Rule", "135.1 8.20.4")]
    public Task Several_properties_of_several_objects() =>
        AsksAsync("0C000000011E0955096F1F" + "0C000000021E0955096F1F", new(One, PropertyId.PresentValue), new(One, PropertyId.StatusFlags), new(Two, PropertyId.PresentValue), new(Two, PropertyId.StatusFlags));

    private async Task AsksAsync(string service, params PropertyReference[] targets)
    {
        var device = _bench.Scripted("10.0.0.2");
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, asked.Targets.Select(ValueOf)));
        var list = new ReadList(targets);

        await _bench.RunAsync(_bench.Client.ReadAsync(new(device.Address), list, cancel: TestContext.Current.CancellationToken));

        var asked = Assert.Single(device.Requests);
        Assert.Equal(((byte)ConfirmedService.ReadPropertyMultiple, service), (asked.Apdu.Service, Convert.ToHexString(asked.Service)));
        Assert.Equal(targets.Select(target => ValueOf(target).Result), list.Results.ToArray());
    }

    private static (PropertyReference Target, PropertyResult Result) ValueOf(PropertyReference target) =>
        (target, new(BacnetValue.Unsigned((target.Object.Instance * 1000) + (uint)target.Property)));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
