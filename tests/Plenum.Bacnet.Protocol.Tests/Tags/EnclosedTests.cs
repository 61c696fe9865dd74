using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>What stands between an opening and a closing tag, handed out as it is: found by the lengths in it alone.</summary>
public sealed class EnclosedTests
{
    [Theory]
    [InlineData("5E 11 5F", "11")]                        // TRUE is in its tag, and has no octet behind it (clause 20.2.3)
    [InlineData("5E 10 21 07 5F", "10 21 07")]
    [InlineData("5E 2E 1E 11 1F 2F 5F", "2E 1E 11 1F 2F")]
    [InlineData("5E 5F", "")]
    public void Is_handed_out_whole(string octets, string enclosed)
    {
        TagReader reader = new(Octets.Of(octets));

        Octets.AreEqual(enclosed, reader.ReadEnclosed(5));
        Assert.True(reader.Finish(out _));
    }

    [Theory]
    [InlineData("5E 22 07 5F")]          // two octets are announced; the second would be the closing tag
    [InlineData("5E 2E 21 07 5F")]
    [InlineData("5E 2E 21 07 3F 5F")]
    public void Ends_nowhere_else(string octets)
    {
        TagReader reader = new(Octets.Of(octets));

        Assert.True(reader.ReadEnclosed(5).IsEmpty);
        Assert.False(reader.Finish(out _));
    }

    [Fact]
    public void Has_its_last_value_at_the_very_end_of_the_octets()
    {
        TagReader reader = new(Octets.Of("5E 21 07"));   // nothing closes it, and the value is whole

        Assert.True(reader.ReadEnclosed(5).IsEmpty);
        Assert.False(reader.Finish(out var error));
        Assert.Equal(DecodeError.Truncated, error);
    }

    [Fact]
    public void A_writer_knows_how_much_room_there_is()
    {
        TagWriter writer = new(new byte[10]);
        writer.WriteUnsigned(300);

        Assert.Equal(7, writer.Room);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(true, null, false)]
    [InlineData(null, 60u, false)]
    [InlineData(false, 60u, false)]
    public void A_subscription_is_ended_by_saying_neither_how_nor_for_how_long(bool? confirmed, uint? lifetime, bool ends) =>
        Assert.Equal(ends, new SubscribeCovRequest(1, new(ObjectType.AnalogInput, 1), confirmed, lifetime).IsCancellation);

    [Fact]
    public void The_records_of_a_file_are_told_by_their_number_and_the_octets_of_a_stream_by_their_sum()
    {
        Assert.Equal("2 records from 5", FileContent.OfRecords(5, [[1, 2, 3], [4]]).ToString());
        Assert.Equal("3 octets from 0", FileContent.OfStream(0, [1, 2, 3]).ToString());
    }
}
