using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Answers that say no, and answers that say nothing.</summary>
public sealed class RefusalTests : IAsyncDisposable
{
    private static readonly BacnetValue Right = BacnetValue.Real(21.5f);

    private readonly ClientBench _bench = new(with: options => options with { Segmentation = Segmentation.NoSegmentation });
    private readonly ScriptedDevice _device;

    public RefusalTests() => _device = _bench.Scripted("10.0.0.2");

    public static TheoryData<Func<byte, byte[]>, ErrorClass, ErrorCode> Refusals => new()
    {
        { id => Apdus.Error(id, ConfirmedService.ReadProperty, ErrorClass.Object, ErrorCode.UnknownObject), ErrorClass.Object, ErrorCode.UnknownObject },
        { id => Apdus.Error(id, ConfirmedService.ReadProperty, (ErrorClass)300, (ErrorCode)40_000), (ErrorClass)300, (ErrorCode)40_000 },
        { id => Apdus.Reject(id, RejectReason.UnrecognizedService), ErrorClass.Communication, ErrorCode.RejectUnrecognizedService },
        { id => Apdus.Reject(id, (RejectReason)200), ErrorClass.Communication, ErrorCode.RejectProprietary },
        { id => Apdus.Abort(id, AbortReason.SegmentationNotSupported), ErrorClass.Communication, ErrorCode.AbortSegmentationNotSupported },
        { id => Apdus.Abort(id, (AbortReason)200), ErrorClass.Communication, ErrorCode.AbortProprietary },
    };

    [Theory, MemberData(nameof(Refusals), DisableDiscoveryEnumeration = true)]
    public async Task A_refusal_is_a_result_with_its_class_and_code_and_is_not_asked_again(Func<byte, byte[]> refusal, ErrorClass errorClass, ErrorCode code)
    {
        _device.OnRequest = asked => _device.Answer(asked, refusal(asked.InvokeId));

        Assert.Equal(new BacnetError(errorClass, code), (await ReadAsync()).Error);
        Assert.Equal((1, 1), (_bench.Counters.Refused, _device.Requests.Count));
    }

    [Fact]
    [Trait("Rule", "135.1 8.22")]
    public async Task A_refused_write_says_why()
    {
        _device.OnRequest = asked => _device.Answer(asked, Apdus.Error(asked.InvokeId, ConfirmedService.WriteProperty, ErrorClass.Property, ErrorCode.WriteAccessDenied));

        var refusal = await _bench.RunAsync(_bench.Client.WriteAsync(new(_device.Address), new(Value(1), Right, 8), TestContext.Current.CancellationToken));

        Assert.Equal(new BacnetError(ErrorClass.Property, ErrorCode.WriteAccessDenied), refusal);
    }

    [Fact] // clause 5.4.4.3: the request accepted no segments
    public async Task An_answer_in_segments_is_aborted_and_ends_the_request()
    {
        _device.OnRequest = asked =>
        {
            if (asked.Apdu.Type != PduType.ConfirmedRequest) return;
            _device.Answer(asked, [0x3C, asked.InvokeId, 0, 4, (byte)ConfirmedService.ReadProperty, 0x0C]);
        };

        Assert.Equal(BacnetError.From(AbortReason.SegmentationNotSupported), (await ReadAsync()).Error);

        var abort = _device.Requests[^1].Apdu;
        Assert.Equal((PduType.Abort, false, _device.Requests[0].InvokeId, (byte)AbortReason.SegmentationNotSupported),
            (abort.Type, abort.FromServer, abort.InvokeId, abort.Service));
    }

    [Fact]
    public async Task Every_truncation_of_an_answer_is_dropped_and_the_whole_one_believed()
    {
        _device.OnRequest = asked =>
        {
            var whole = Apdus.ReadAck(asked.InvokeId, Value(1), Right);
            for (var length = 0; length < whole.Length; length++) _device.Answer(asked, whole[..length]);
            _device.Answer(asked, [.. whole, 0]);   // one octet too many
            _device.Answer(asked, whole);
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal(1, _bench.Counters.Answered);
        Assert.Equal(Apdus.ReadAck(0, Value(1), Right).Length + 1, _bench.Counters.Malformed + _bench.Undecodable.Values.Sum());
    }

    [Fact]
    public async Task Garbage_harms_nothing()
    {
        var random = new Random(20_261_122);
        _device.OnRequest = asked =>
        {
            for (var i = 0; i < 2000; i++)
            {
                var garbage = Apdus.ReadAck(asked.InvokeId, Value(1), Right);
                var flips = random.Next(1, 6);
                for (var flip = 0; flip < flips; flip++) garbage[random.Next(3, garbage.Length)] ^= (byte)random.Next(1, 256);
                _device.Answer(asked, [(byte)(garbage[0] & 0xF0), .. garbage[1..]]);
                var noise = new byte[random.Next(0, 60)];
                random.NextBytes(noise);
                _device.SendRaw(noise, asked.From);
            }
        };

        var result = await ReadAsync();   // a flipped bit in the value itself cannot be seen; any other must be

        Assert.True(result.HasValue);
        Assert.NotEmpty(_bench.Undecodable);
        Assert.True(_bench.Counters.Malformed + _bench.Counters.WrongTarget + _bench.Counters.WrongService + _bench.Counters.Late > 0);
    }

    [Fact]
    public async Task An_error_that_does_not_decode_is_dropped_and_counted()
    {
        _device.OnRequest = asked =>
        {
            _device.Answer(asked, [0x50, asked.InvokeId, (byte)ConfirmedService.ReadProperty, 0x91]);
            _device.Answer(asked, Apdus.ReadAck(asked.InvokeId, Value(1), Right));
        };

        Assert.Equal(Right, (await ReadAsync()).Value);
        Assert.Equal(1, _bench.Counters.Malformed);
    }

    private Task<PropertyResult> ReadAsync() =>
        _bench.RunAsync(_bench.Client.ReadAsync(new(_device.Address), Value(1), TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
