using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Lists of objects: whole where an answer holds them, element by element where it does not.</summary>
public sealed class ArrayTests : IAsyncDisposable
{
    private static readonly ObjectId Id = new(ObjectType.Device, 1);
    private static readonly PropertyReference ObjectList = new(Id, PropertyId.ObjectList);

    private readonly ClientBench _bench = new();

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact, Trait("Rule", "BTL 3.3")]
    public async Task A_short_list_is_read_whole()
    {
        var device = _bench.Serve("10.0.0.2", Holding(20));

        Assert.Equal(Objects(20), await ReadAsync(device));
        Assert.Equal(2, _bench.Counters.Requests);   // its size, and the whole
    }

    [Theory, InlineData(50), InlineData(206), InlineData(480), InlineData(1476), Trait("Rule", "BTL 3.3"), Trait("Rule", "F7")]
    public async Task A_list_of_3563_objects_is_read_element_by_element(int maxApdu)
    {
        var device = _bench.Serve("10.0.0.2", Holding(3563, maxApdu));
        device.Capabilities.OnMaxApdu((uint)maxApdu, _bench.Time.GetUtcNow());

        Assert.Equal(Objects(3563), await ReadAsync(device));
        Assert.Equal(0, _bench.Counters.Refused);   // nothing that is too large was asked for
    }

    [Fact, Trait("Rule", "F7"), Trait("Rule", "BTL 3.3")]
    public async Task A_list_whose_whole_is_aborted_is_read_element_by_element()
    {
        var device = _bench.Serve("10.0.0.2", Holding(100, maxApdu: 206));   // it has not told its APDU

        Assert.Equal(Objects(100), await ReadAsync(device));
        Assert.NotEqual(0, _bench.Counters.Refused);
    }

    [Fact, Trait("Rule", "F9")]
    public async Task A_device_without_ReadPropertyMultiple_tells_its_elements_one_by_one()
    {
        var table = Holding(100, maxApdu: 128, readsMultiple: false);

        Assert.Equal(Objects(100), await ReadAsync(_bench.Serve("10.0.0.2", table)));
    }

    [Fact, Trait("Rule", "BTL 3.6")]
    public async Task A_device_whose_instance_is_not_known_is_asked_as_whichever_it_is()
    {
        var device = _bench.Scripted("10.0.0.2");
        device.OnRequest = asked => device.Answer(asked, asked.Apdu.Service == (byte)ConfirmedService.ReadPropertyMultiple
            ? Apdus.ReadMultipleAck(asked.InvokeId, asked.Targets.Select(target => (target with { Object = Id }, new PropertyResult(BacnetValue.Unsigned(2)))))
            : Apdus.ReadAck(asked.InvokeId, asked.Target with { Object = Id }, BacnetValue.List([.. Objects(2).Select(BacnetValue.Object)])));

        Assert.Equal(Objects(2), await ReadAsync(new(device.Address)));
    }

    [Fact, Trait("Rule", "F7")]
    public async Task A_list_that_changes_while_it_is_read_is_read_anew()
    {
        var table = Holding(300);
        var device = _bench.Serve("10.0.0.2", table);
        var sent = 0;
        _bench.Lan.Tap = (from, _, _) => { if (from == device.Address && ++sent == 3) Fill(table, 299); };

        Assert.Equal(Objects(299), await ReadAsync(device));
    }

    [Fact, Trait("Rule", "F7")]
    public async Task A_list_of_the_same_length_and_another_revision_is_read_anew()
    {
        var table = Holding(300);
        table[new(Id, PropertyId.DatabaseRevision)] = BacnetValue.Unsigned(1);
        var device = _bench.Serve("10.0.0.2", table);
        var sent = 0;
        _bench.Lan.Tap = (from, _, _) =>
        {
            if (from != device.Address || ++sent != 3) return;
            table[ObjectList with { ArrayIndex = 1 }] = BacnetValue.Object(new(ObjectType.BinaryInput, 99));
            table[new(Id, PropertyId.DatabaseRevision)] = BacnetValue.Unsigned(2);
        };

        Assert.Equal([new(ObjectType.BinaryInput, 99), .. Objects(300).Skip(1)], await ReadAsync(device));
    }

    [Fact]
    public async Task A_list_that_never_comes_to_rest_is_not_guessed()
    {
        var table = Holding(300);
        var device = _bench.Serve("10.0.0.2", table);
        var changes = 0u;
        _bench.Lan.Tap = (from, _, _) => { if (from == device.Address) table[new(Id, PropertyId.DatabaseRevision)] = BacnetValue.Unsigned(++changes); };

        var refused = await Assert.ThrowsAsync<BacnetRefusedException>(() => ReadAsync(device));

        Assert.Contains("changed each of the 3 times", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_beyond_belief_is_refused()
    {
        var table = Holding(1);
        table[ObjectList with { ArrayIndex = 0 }] = BacnetValue.Unsigned(4_000_000_000);

        var refused = await Assert.ThrowsAsync<BacnetRefusedException>(() => ReadAsync(_bench.Serve("10.0.0.2", table)));

        Assert.Contains("4000000000 elements", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_silent_device_is_a_timeout_with_its_diagnosis()
    {
        var silent = _bench.Scripted("10.0.0.2");

        var timeout = await Assert.ThrowsAsync<BacnetTimeoutException>(() => ReadAsync(new(silent.Address)));

        Assert.StartsWith("device-silent", timeout.Message, StringComparison.Ordinal);
    }

    private static ObjectId[] Objects(int count) => [.. Enumerable.Range(0, count).Select(i => new ObjectId(ObjectType.AnalogInput, (uint)i))];

    private static TableDevice Holding(int count, int maxApdu = 1476, bool readsMultiple = true)
    {
        var table = new TableDevice(1) { MaxApdu = maxApdu, ReadsMultiple = readsMultiple };
        Fill(table, count);
        return table;
    }

    private static void Fill(TableDevice table, int count)
    {
        var objects = Objects(count);
        table[ObjectList] = BacnetValue.List([.. objects.Select(BacnetValue.Object)]);
        table[ObjectList with { ArrayIndex = 0 }] = BacnetValue.Unsigned((ulong)count);
        for (var i = 0; i < count; i++) table[ObjectList with { ArrayIndex = (uint)i + 1 }] = BacnetValue.Object(objects[i]);
    }

    /// <summary>The devices of this network are read as "whichever device you are": nobody has told their instance.</summary>
    private Task<IReadOnlyList<ObjectId>> ReadAsync(Device device) =>
        _bench.RunAsync(_bench.Client.ReadObjectListAsync(device, null, TestContext.Current.CancellationToken));
}
