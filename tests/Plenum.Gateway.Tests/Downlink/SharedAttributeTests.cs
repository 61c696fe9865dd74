using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Downlink;

/// <summary>Shared attributes that the server changes, and the properties that they are written to.</summary>
public sealed class SharedAttributeTests : IAsyncDisposable
{
    private readonly CommandLan _lan = new();

    public SharedAttributeTests() => _lan.Configure(attributes: [Update("sp", "analogValue:1", 8), Update("valve", "analogOutput:1", 10), Update("valve", "analogOutput:99", null)]);

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    public async Task A_changed_attribute_is_written_to_its_property_at_its_priority()
    {
        _lan.Update("A", """{"sp":21.5,"nobody":1}""");
        await _lan.DoneAsync();

        Assert.Equal("21.5", CommandLan.Held(_lan.A, "analogValue:1", PropertyId.PriorityArray, 8));
        var entry = Assert.Single(_lan.Logger.Entries);
        Assert.Equal((LogLevel.Information, 4300), (entry.Level, entry.Id));
    }

    [Fact]
    public async Task Null_relinquishes()
    {
        _lan.Update("A", """{"sp":21.5}""");
        await _lan.DoneAsync();
        _lan.Update("A", """{"sp":null}""");
        await _lan.DoneAsync();

        Assert.Equal("null", CommandLan.Held(_lan.A, "analogValue:1", PropertyId.PriorityArray, 8));
    }

    [Fact]
    public async Task An_attribute_of_two_properties_is_written_to_both_and_what_is_refused_is_told()
    {
        _lan.Update("A", """{"valve":5}""");
        await _lan.DoneAsync();

        Assert.Equal("5", CommandLan.Held(_lan.A, "analogOutput:1", PropertyId.PriorityArray, 10));
        var told = Assert.Single(_lan.Logger.Entries, entry => entry.Id == 4301);
        Assert.Contains("attributeUpdates[analogOutput:99]", told.Text, StringComparison.Ordinal);
        Assert.Contains("unknown-object", told.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A", """{"sp":"warm"}""", 4301)]
    [InlineData("A", """{"sp":"\ud800"}""", 4301)]
    [InlineData("C", """{"sp":1}""", 4302)]
    public async Task What_cannot_be_written_is_told(string device, string attributes, int message)
    {
        _lan.Update(device, attributes);
        await _lan.DoneAsync();

        Assert.Equal(message, Assert.Single(_lan.Logger.Entries).Id);
    }

    [Fact]
    public async Task An_attribute_of_a_silent_device_is_told_and_delays_no_other_device()
    {
        _lan.A.Faults = new() { Silent = true };
        _lan.Update("A", """{"sp":1}""");
        await _lan.UntilAsync(() => _lan.Client.Counters.Requests == 1);
        var began = _lan.Time.Now;
        _lan.Update("B", """{"sp":2}""");
        await Support.Wait.UntilAsync(() => CommandLan.Held(_lan.B, "analogValue:1") == "2");
        Assert.Equal(began, _lan.Time.Now);

        await _lan.DoneAsync();

        Assert.Contains("device-silent", Assert.Single(_lan.Logger.Entries, entry => entry.Id == 4301).Text, StringComparison.Ordinal);
        Assert.InRange((_lan.Time.Now - began).TotalSeconds, 3, 6);
    }

    [Fact] // or a repeated request of the first write would put the old value over the new one
    public async Task Of_two_quick_changes_the_last_one_stays()
    {
        await ShowThatItTakesSeveralRequestsAsync();
        var isFirst = true;
        _lan.Links[0].LosesRequest = apdu => apdu.Service == (byte)ConfirmedService.WriteProperty && isFirst && !(isFirst = false);
        _lan.Update("A", """{"sp":20}""");
        await Support.Wait.UntilAsync(() => _lan.Links[0].Dropped == 1);
        _lan.Update("A", """{"sp":21}""");
        _lan.Update("A", """{"sp":22}""");

        await _lan.DoneAsync();

        Assert.Equal("22", CommandLan.Held(_lan.A, "analogValue:1"));
    }

    [Fact]
    public async Task A_change_after_one_that_was_refused_is_written()
    {
        _lan.Update("A", """{"sp":"warm"}""");
        await _lan.DoneAsync();
        _lan.Update("A", """{"sp":19}""");
        await _lan.DoneAsync();

        Assert.Equal("19", CommandLan.Held(_lan.A, "analogValue:1"));
    }

    [Fact]
    public void The_gateways_own_shared_attributes_are_left_alone() => _lan.Commands.OnGatewayAttributes(_lan.Session, CommandLan.Json("""{"RemoteLoggingLevel":"DEBUG"}"""));

    /// <summary>Many answers while others wait let the client have several requests in flight.</summary>
    private async Task ShowThatItTakesSeveralRequestsAsync()
    {
        _lan.A.Faults = new() { Delay = TimeSpan.FromMilliseconds(20) };
        var reads = Enumerable.Range(0, 120).Select(_ => _lan.Client.ReadAsync(_lan.Find("A")!.Device, ObjectId.Parse("analogInput:1"), PropertyId.PresentValue).AsTask()).ToList();
        await _lan.UntilAsync(() => reads.All(read => read.IsCompleted));
        await Task.WhenAll(reads);
        _lan.A.Faults = new();
    }

    private static AttributeUpdatePlan Update(string key, string id, byte? priority) => new($"attributeUpdates[{id}]", key, ObjectId.Parse(id), PropertyId.PresentValue, priority);
}
