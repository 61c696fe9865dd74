using CsCheck;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Tests.Bvlc;

/// <summary>Clause J.2: the messages between a BBMD, other BBMDs and foreign devices.</summary>
public sealed class BvlcMessageTests
{
    private static readonly DeviceAddress One = DeviceAddress.Parse("192.168.1.5"), Two = DeviceAddress.Parse("192.168.2.5:47809");

    [Theory]
    [InlineData("81 02 0004", BvlcFunction.ReadBroadcastDistributionTable)]
    [InlineData("81 06 0004", BvlcFunction.ReadForeignDeviceTable)]
    public void A_question_for_a_table_is_a_header_alone(string hex, BvlcFunction function) => AreEqual(hex, function);

    [Theory] // clause J.2.6
    [InlineData("81 05 0006 003C", 60)]
    [InlineData("81 05 0006 FFFF", 65535)]
    public void A_foreign_device_registers_for_a_time(string hex, int seconds)
    {
        RegisterForeignDevice message = new((ushort)seconds);

        AreEqual(hex, BvlcFunction.RegisterForeignDevice, message.Encode);
        Assert.True(RegisterForeignDevice.TryDecode(Content(hex), out var read, out _));
        Assert.Equal(message, read);
    }

    [Theory] // clauses J.2.2, J.2.4
    [InlineData(BvlcFunction.WriteBroadcastDistributionTable, "81 01 0018 C0A80105BAC0 FFFFFFFF C0A80205BAC1 FFFFFF00")]
    [InlineData(BvlcFunction.ReadBroadcastDistributionTableAck, "81 03 0018 C0A80105BAC0 FFFFFFFF C0A80205BAC1 FFFFFF00")]
    public void A_broadcast_distribution_table_is_written_and_read(BvlcFunction function, string hex)
    {
        BroadcastDistributionEntry[] entries = [new(One, uint.MaxValue), new(Two, 0xFFFFFF00)];

        AreEqual(hex, function, (ref writer) => BroadcastDistribution.Encode(ref writer, entries));
        Assert.True(BroadcastDistribution.TryDecode(Content(hex), out var read, out _));
        Assert.Equal(entries, read);
    }

    [Fact] // clause J.2.8
    public void A_foreign_device_table_is_written_and_read()
    {
        const string Hex = "81 07 000E C0A80105BAC0 003C 0020";
        ForeignDeviceEntry[] entries = [new(One, 60, 32)];

        AreEqual(Hex, BvlcFunction.ReadForeignDeviceTableAck, (ref writer) => ForeignDevices.Encode(ref writer, entries));
        Assert.True(ForeignDevices.TryDecode(Content(Hex), out var read, out _));
        Assert.Equal(entries, read);
    }

    [Fact] // clause J.2.9
    public void A_registration_is_deleted_by_address()
    {
        const string Hex = "81 08 000A C0A80205BAC1";

        AreEqual(Hex, BvlcFunction.DeleteForeignDeviceTableEntry, new DeleteForeignDevice(Two).Encode);
        Assert.True(DeleteForeignDevice.TryDecode(Content(Hex), out var read, out _));
        Assert.Equal(Two, read.Device);
    }

    [Theory] // clauses J.2.5, J.2.10 to J.2.12
    [InlineData(BvlcFunction.ForwardedNpdu, "81 04 000E C0A80205BAC1 01001008")]
    [InlineData(BvlcFunction.DistributeBroadcastToNetwork, "81 09 0008 01001008")]
    [InlineData(BvlcFunction.OriginalUnicastNpdu, "81 0A 0008 01001008")]
    [InlineData(BvlcFunction.OriginalBroadcastNpdu, "81 0B 0008 01001008")]
    public void An_npdu_is_carried_as_it_is(BvlcFunction function, string hex)
    {
        var target = new byte[50];

        Octets.AreEqual(hex, target.AsSpan(..BvlcDatagram.Encode(target, function, Octets.Of("01001008"), Two)));
    }

    [Fact]
    public void Every_table_reads_back() => Gen.Select(Gen.UInt, Gen.UShort, Gen.UInt).Array[0, 140].Sample(rows =>
    {
        BroadcastDistributionEntry[] peers = [.. rows.Select(row => new BroadcastDistributionEntry(new(row.Item1, row.Item2), row.Item3))];
        ForeignDeviceEntry[] devices = [.. rows.Select(row => new ForeignDeviceEntry(new(row.Item1, row.Item2), (ushort)row.Item3, (ushort)(row.Item3 >> 16)))];
        byte[] one = new byte[10 * rows.Length], other = new byte[10 * rows.Length];
        OctetWriter first = new(one), second = new(other);
        BroadcastDistribution.Encode(ref first, peers);
        ForeignDevices.Encode(ref second, devices);
        return BroadcastDistribution.TryDecode(one, out var readPeers, out _) && readPeers.SequenceEqual(peers)
            && ForeignDevices.TryDecode(other, out var readDevices, out _) && readDevices.SequenceEqual(devices);
    });

    [Fact]
    public void An_address_is_a_mac_address_of_six_octets()
    {
        Assert.Equal(new NetworkAddress(5, 0xC0A80205BAC1, 6), BipAddress.OnNetwork(Two, 5));
        Assert.Equal(Two, BipAddress.FromMac(BipAddress.OnNetwork(Two, 5)));
    }

    private static void AreEqual(string expected, BvlcFunction function, BvlcDatagram.Content? content = null)
    {
        var target = new byte[100];
        Octets.AreEqual(expected, target.AsSpan(..BvlcDatagram.Encode(target, function, content)));
    }

    private static ReadOnlySpan<byte> Content(string hex)
    {
        Assert.True(BvlcHeader.TryDecode(Octets.Of(hex), out _, out var content, out var error), $"{error}");
        return content;
    }
}
