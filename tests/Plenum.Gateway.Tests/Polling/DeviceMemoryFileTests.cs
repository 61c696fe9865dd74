using System.Text;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>The file that devices are remembered in.</summary>
public sealed class DeviceMemoryFileTests : IDisposable
{
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();
    private readonly VirtualTime _time = new();
    private readonly RecordingLogger _logger = new();

    private string Path => _folder.File(DeviceMemoryFile.FileName);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Everything_that_was_learned_comes_back()
    {
        var device = Learned();
        using (var file = Open()) file.Of("B").Add(device);   // what was not changed is not written
        Assert.False(File.Exists(Path));

        Keep("B", device);

        using var again = Open();
        var back = again.Of("B").Recall(device.Address)!;
        Assert.Equal(device with { Facts = back.Facts }, back);
        Assert.Equal(device.Facts with { Alone = back.Facts.Alone }, back.Facts);
        Assert.Equal(device.Facts.Alone, back.Facts.Alone);
        Assert.Equal(device.Address, again.Of("B").AddressOf(1000));
        Assert.Null(again.Of("another").AddressOf(1000));
        Assert.Empty(_logger.Entries);
    }

    [Fact]
    public void Many_changes_are_written_once_and_some_seconds_later()
    {
        using var file = Open();
        for (byte i = 0; i < 100; i++) file.Of("B").OnChanged();
        _time.Step(TimeSpan.FromSeconds(9));
        Assert.False(File.Exists(Path));

        _time.Step(TimeSpan.FromSeconds(1));
        Assert.True(File.Exists(Path));
        File.Delete(Path);
        _time.Step(TimeSpan.FromSeconds(60));

        Assert.False(File.Exists(Path));
        Assert.False(File.Exists(Path + ".tmp"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[1, 2]")]
    [InlineData("""{"devices":[]}""")]
    [InlineData("""{"format":"something else","version":1,"devices":[]}""")]
    [InlineData("""{"format":"plenum-learned-devices","version":2,"devices":[]}""")]
    [InlineData("""{"format":"plenum-learned-devices","version":1,"devices":null}""")]
    [InlineData("""{"format":"plenum-learned-devices","version":1,"devices":[{}]}""")]
    public void A_damaged_or_foreign_file_is_set_aside_with_a_warning_that_names_it(string content)
    {
        File.WriteAllText(Path, content);

        using var file = Open();

        Assert.Empty(file.Of("B").All);
        var (level, id, text) = Assert.Single(_logger.Entries);
        Assert.Equal((Microsoft.Extensions.Logging.LogLevel.Warning, 4721), (level, id));
        Assert.StartsWith(Path, text, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(Path + ".damaged"));
    }

    [Fact]
    public void A_file_cut_at_any_length_or_with_any_octet_changed_never_stops_the_start()
    {
        Keep("B", Learned());
        var whole = File.ReadAllBytes(Path);
        for (var length = 0; length < whole.Length; length += 7)
        {
            File.WriteAllBytes(Path, whole[..length]);
            Open().Dispose();
            var damaged = whole.ToArray();
            damaged[length] ^= 0x55;
            File.WriteAllBytes(Path, damaged);
            using var file = Open();
            Assert.All(file.Of("B").All, device => Assert.InRange(device.Facts.MaxApdu.Value, 50, 1476));
        }
    }

    [Fact]
    public void A_size_that_cannot_be_is_brought_within_its_limits()
    {
        Keep("B", Learned());
        File.WriteAllText(Path, File.ReadAllText(Path, Encoding.UTF8).Replace("480", "-7", StringComparison.Ordinal));

        using var file = Open();

        Assert.Equal(50, file.Of("B").Recall(Learned().Address)!.Facts.PathApdu.Value);
    }

    [Fact]
    public void A_device_that_was_not_seen_for_half_a_year_is_forgotten()
    {
        Keep("B", Learned());
        _time.Step(TimeSpan.FromDays(181));

        using var file = Open();

        Assert.Empty(file.Of("B").All);
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_once()
    {
        File.WriteAllText(_folder.File("data"), "a file where the folder should be");
        using var file = DeviceMemoryFile.Open(_folder.File("data"), _time, _logger);

        for (var i = 0; i < 3; i++)
        {
            file.Of("B").OnChanged();
            _time.Step(TimeSpan.FromSeconds(10));
        }

        var (_, id, text) = Assert.Single(_logger.Entries);
        Assert.Equal(4723, id);
        Assert.Contains("Polling goes on", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_two_addresses_of_one_instance_the_last_verified_one_is_where_it_is()
    {
        var memory = new DeviceMemory();
        var here = Learned();
        memory.Add(here);
        memory.Add(here with { Address = DeviceAddress.Parse("10.0.0.9"), Verified = Then.AddHours(-1) });
        Assert.Equal(here.Address, memory.AddressOf(1000));

        memory.Add(here with { Address = DeviceAddress.Parse("10.0.0.8"), Verified = Then.AddHours(1) });

        Assert.Equal("10.0.0.8:47808", memory.AddressOf(1000).ToString());
    }

    private static RememberedDevice Learned()
    {
        var capabilities = new Capabilities();
        capabilities.OnMaxApdu(1024, Then);
        capabilities.OnSegmentation(Segmentation.SegmentedTransmit, Then);
        capabilities.OnAnswered(200, Then);
        capabilities.OnNotConveyed(800, "silence", Then.AddMinutes(1));
        capabilities.OnBadInBatch(new(ObjectId.Parse("analogInput:3"), PropertyId.PresentValue), "an error", Then);
        capabilities.OnBadInBatch(new(ObjectId.Parse("999:3"), (PropertyId)4000, 7), "an error", Then);
        capabilities.OnNoReadMultiple("a reject", Then);
        capabilities.OnCov(true, "it took one", Then);
        return new(DeviceAddress.Parse("10.0.0.2"), 1000, 260, "Model 5", "1.0", Then, capabilities.Facts);
    }

    private void Keep(string connector, RememberedDevice device)
    {
        using var file = Open();
        file.Of(connector).Add(device);
        file.Of(connector).OnChanged();
    }

    private DeviceMemoryFile Open() => DeviceMemoryFile.Open(_folder.Path, _time, _logger);
}
