using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Clause 15.7 beyond the examples: empty lists, objects that come again, where an error ends the reading.</summary>
public sealed class ReadPropertyMultipleTests
{
    private static readonly ObjectId Input = new(ObjectType.AnalogInput, 1), Output = new(ObjectType.AnalogOutput, 2);

    [Theory]
    [InlineData("")]
    [InlineData("0C 00000001")]                              // 'list-of-results' is optional
    [InlineData("0C 00000001 1E 1F")]
    [InlineData("0C 00000001 1E 1F 0C 00400002 1E 1F")]
    [InlineData("0C 00000001 0C 00400002 1E 1F 0C 00400002")]
    public void An_ack_without_results_is_valid_and_empty(string hex)
    {
        Assert.True(Wire.TryDecodeAck(Octets.Of(hex), out var results, out var error), error.ToString());
        Assert.Empty(results);
    }

    [Theory]
    [InlineData("0C 00000001 1E 1F  0C 00400002 1E 29 55 4E 21 07 4F 1F")]
    [InlineData("0C 00000001        0C 00400002 1E 29 55 4E 21 07 4F 1F  0C 00000001")]
    public void A_result_belongs_to_the_object_before_it_even_after_empty_ones(string hex)
    {
        Assert.True(Wire.TryDecodeAck(Octets.Of(hex), out var results, out _));
        Assert.Equal([(new(Output, PropertyId.PresentValue), new(BacnetValue.Unsigned(7)))], results);
    }

    [Fact] // clause 21: proprietary classes and codes begin at 64 and 256
    public void An_error_may_be_a_vendors_own()
    {
        Assert.True(Wire.TryDecodeAck(Octets.Of("0C 00000001 1E 29 55 5E 91 40 92 0100 5F 1F"), out var results, out _));
        Assert.Equal(new BacnetError((ErrorClass)64, (ErrorCode)256), Assert.Single(results).Result.Error);
    }

    [Theory]
    [InlineData("0C 00000001 1E", DecodeError.Truncated)]
    [InlineData("0C 00000001 1E 29 55 4E 21 07 4F", DecodeError.Truncated)]
    [InlineData("0C 00000001 1E 29 55 1F", DecodeError.WrongTag)]             // neither a value nor an error
    [InlineData("0C 00000001 1E 39 01 4E 21 07 4F 1F", DecodeError.WrongTag)] // an index without a property
    [InlineData("0C 00000001 1E 29 55 5E 91 02 5F 1F", DecodeError.WrongTag)] // a class without a code
    [InlineData("0C 00000001 1F", DecodeError.WrongTag)]
    [InlineData("1E 29 55 4E 21 07 4F 1F", DecodeError.WrongTag)]
    public void A_broken_ack_tells_what_is_wrong(string hex, DecodeError expected)
    {
        Assert.False(Wire.TryDecodeAck(Octets.Of(hex), out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void What_came_before_a_broken_result_has_been_read()
    {
        Assert.False(Wire.TryDecodeAck(Octets.Of("0C 00000001 1E 29 55 4E 21 07 4F 29 6F 4E 82 09 40 4F 1F"), out var results, out var error));
        Assert.Equal((new(Input, PropertyId.PresentValue), new PropertyResult(BacnetValue.Unsigned(7))), Assert.Single(results));
        Assert.Equal(DecodeError.OutOfRange, error);
    }

    [Fact]
    public void Who_stops_before_the_end_is_told_so()
    {
        ReadPropertyMultipleAck ack = new(Octets.Of("0C 00000001 1E 29 55 4E 21 07 4F 1F"));

        Assert.True(ack.TryNext(out _, out _));
        Assert.False(ack.Finish(out _));
    }

    [Fact]
    public void Who_stops_at_the_last_value_learns_that_the_end_is_missing()
    {
        ReadPropertyMultipleAck ack = new(Octets.Of("0C 00000001 1E 29 55 4E 21 07 4F"));
        ReadPropertyMultipleRequest request = new(Octets.Of("0C 00000001 1E 09 55"));

        Assert.True(ack.TryNext(out _, out _) && request.TryNext(out _));
        Assert.False(ack.Finish(out var ackError) || request.Finish(out _));
        Assert.Equal(DecodeError.Truncated, ackError);
    }

    [Fact]
    public void After_the_end_there_is_nothing_more()
    {
        ReadPropertyMultipleAck ack = new(Octets.Of("0C 00000001 1E 29 55 4E 21 07 4F 1F"));
        while (ack.TryNext(out _, out _)) { }

        Assert.False(ack.TryNext(out var target, out var result));
        Assert.Equal((default, default), (target, result));
        Assert.True(ack.Finish(out _));
    }

    [Fact]
    public void Neighbours_of_one_object_share_a_specification_and_others_do_not()
    {
        PropertyReference[] targets = [new(Input, PropertyId.PresentValue), new(Input, PropertyId.ObjectName), new(Output, PropertyId.PriorityArray, 16), new(Input, PropertyId.Units)];

        Octets.AreEqual("0C 00000001 1E 09 55 09 4D 1F  0C 00400002 1E 09 57 19 10 1F  0C 00000001 1E 09 75 1F", Octets.Written((ref writer) => ReadPropertyMultipleRequest.Encode(ref writer, targets)));
    }

    [Fact]
    public void A_request_for_nothing_is_empty()
    {
        Assert.Empty(Octets.Written((ref writer) => ReadPropertyMultipleRequest.Encode(ref writer, [])));
        Assert.True(Wire.TryDecodeRequest([], out var targets, out _));
        Assert.Empty(targets);
    }

    [Theory]
    [InlineData("0C 00000001", DecodeError.Truncated)]
    [InlineData("0C 00000001 1E 1F", DecodeError.WrongTag)]       // a specification names at least one property
    [InlineData("0C 00000001 1E 09 55", DecodeError.Truncated)]
    [InlineData("0C 00000001 1E 09 55 1F 1F", DecodeError.WrongTag)]
    [InlineData("0C 00000001 1E 29 55 1F", DecodeError.WrongTag)]
    public void A_broken_request_tells_what_is_wrong(string hex, DecodeError expected)
    {
        Assert.False(Wire.TryDecodeRequest(Octets.Of(hex), out _, out var error));
        Assert.Equal(expected, error);
    }
}
