using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Segments that come where they do not belong, from a device that a test plays octet by octet.</summary>
[Trait("Rule", "135.1 13.1")]
public sealed class StraySegmentTests : IAsyncDisposable
{
    private static readonly PropertyReference Before = new(new(ObjectType.OctetstringValue, 1), PropertyId.PresentValue);
    private static readonly PropertyReference Target = new(new(ObjectType.OctetstringValue, 2), PropertyId.PresentValue);
    private static readonly byte[][] Old = Cut(Before, 0x0D), New = Cut(Target, 0x0E);

    private readonly ClientBench _bench = new();
    private readonly ScriptedDevice _device;
    private readonly Device _at;

    public StraySegmentTests()
    {
        _device = _bench.Scripted("10.0.0.2");
        _at = new(_device.Address);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact]
    public async Task Both_segments_make_the_answer()
    {
        AnswerWith(Old);
        Assert.Equal(Value(0x0D), (await ReadAsync(Before)).Value);
    }

    [Theory, InlineData(0), InlineData(1), InlineData(0, 1), InlineData(1, 0), Trait("Rule", "F13")]
    public async Task Late_segments_of_an_old_answer_under_an_id_that_is_used_again_never_get_into_the_new_one(params int[] late)
    {
        foreach (var inSegments in (bool[])[false, true])
        {
            AnswerWith(Old);
            await ReadAsync(Before);
            var id = _device.Requests[^1].InvokeId;
            var (isReused, result) = (false, default(PropertyResult));
            for (var reads = 0; reads < 600 && !isReused; reads++)
            {
                _device.OnRequest = asked =>
                {
                    isReused |= asked.InvokeId == id && asked.Apdu.Type == PduType.ConfirmedRequest;
                    if (asked.Apdu.Type == PduType.ConfirmedRequest && isReused) foreach (var segment in late) SendSegment(asked, Old, segment);
                    if (inSegments) Answer(asked, New);
                    else if (asked.Apdu.Type == PduType.ConfirmedRequest) _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Target, Value(0x0E)));
                };
                _bench.Pass(reads % 100 == 0 ? 30 : 0);
                result = await ReadAsync(Target);
            }
            Assert.True(isReused);
            if (result.HasValue) Assert.Equal(Value(0x0E), result.Value);
            else Assert.Equal(BacnetError.From(AbortReason.InvalidApduInThisState), result.Error);   // two answers in one: neither is believed
            Assert.True(result.HasValue || (inSegments && late.Contains(0)), "only a first segment can be taken for one");
        }
    }

    [Fact]
    public async Task An_abort_in_the_middle_of_an_answer_ends_it()
    {
        _device.OnRequest = asked =>
        {
            if (asked.Apdu.Type == PduType.ConfirmedRequest) SendSegment(asked, Old, 0);
            else _device.Answer(asked, Apdus.Abort(asked.InvokeId, AbortReason.PreemptedByHigherPriorityTask));
        };
        Assert.Equal(BacnetError.From(AbortReason.PreemptedByHigherPriorityTask), (await ReadAsync(Before)).Error);
        var said = _device.Requests.Count;

        _device.Send(Segment(Old, 1, _device.Requests[^1].InvokeId), ClientAddress);   // it has not heard itself
        _bench.Pass(30);

        Assert.Equal([PduType.Abort], _device.Requests.Skip(said).Select(sent => sent.Apdu.Type));
    }

    [Fact]
    public async Task The_devices_abort_of_a_request_of_its_own_ends_nothing_of_ours()
    {
        _device.OnRequest = asked =>
        {
            if (asked.Apdu.Type == PduType.ConfirmedRequest) _device.Answer(asked, Apdus.Abort(asked.InvokeId, AbortReason.Other, fromServer: false));
            Answer(asked, Old);
        };
        Assert.Equal(Value(0x0D), (await ReadAsync(Before)).Value);
    }

    private void AnswerWith(byte[][] segments) => _device.OnRequest = asked => Answer(asked, segments);

    /// <summary>The first segment to the request, the second to the acknowledgement of the first.</summary>
    private void Answer(Asked asked, byte[][] segments)
    {
        if (asked.Apdu.Type == PduType.ConfirmedRequest) SendSegment(asked, segments, 0);
        else if (asked.Apdu is { Type: PduType.SegmentAck, SequenceNumber: 0 }) SendSegment(asked, segments, 1);
    }

    private void SendSegment(Asked asked, byte[][] segments, int number) => _device.Answer(asked, Segment(segments, number, asked.InvokeId));

    private static byte[] Segment(byte[][] segments, int number, byte invokeId)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var header = new ApduHeader
        {
            Type = PduType.ComplexAck,
            Segmented = true,
            MoreFollows = number + 1 < segments.Length,
            InvokeId = invokeId,
            SequenceNumber = (byte)number,
            WindowSize = 1,
            Service = (byte)ConfirmedService.ReadProperty,
        };
        var size = header.Encode(apdu);
        segments[number].CopyTo(apdu[size..]);
        return apdu[..(size + segments[number].Length)].ToArray();
    }

    private static BacnetValue Value(byte octet) => BacnetValue.OctetString(Enumerable.Repeat(octet, 600).ToArray());

    private static byte[][] Cut(PropertyReference target, byte octet)
    {
        Span<byte> octets = stackalloc byte[ApduSizes.Largest];
        var writer = new TagWriter(octets);
        new ReadPropertyAck(target, Value(octet)).Encode(ref writer);
        return [writer.Written[..400].ToArray(), writer.Written[400..].ToArray()];
    }

    private Task<PropertyResult> ReadAsync(PropertyReference target) => _bench.RunAsync(_bench.Client.ReadAsync(_at, target, TestContext.Current.CancellationToken));
}
