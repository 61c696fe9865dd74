using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Fuzz.Targets;

/// <summary>Readers that are not one call: values, and the services that are read element by element.</summary>
internal static class ValueTargets
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("Value", Promises.Of<BacnetValue>(TryDecodeValue, EncodeValue)),
        new("PropertyValue", Promises.Of<BacnetValue>(TryDecodePropertyValue, EncodePropertyValue)),
        new("ReadPropertyMultipleRequest", Promises.Of<List<PropertyReference>>(TryDecodeRequest, EncodeRequest)),
        new("ReadPropertyMultipleAck", Promises.Of<List<Result>>(TryDecodeAck, EncodeAck)),
    ];

    private const byte ValueTag = 3;

    private readonly record struct Result(PropertyReference Target, PropertyResult Outcome);

    private static bool TryDecodeValue(ReadOnlySpan<byte> octets, out BacnetValue value, out DecodeError error)
    {
        var reader = new TagReader(octets);
        value = reader.ReadValue();
        return reader.Finish(out error);
    }

    private static int EncodeValue(BacnetValue value, Span<byte> target)
    {
        var writer = new TagWriter(target);
        writer.WriteValue(value);
        return Writers.Length(writer);
    }

    private static bool TryDecodePropertyValue(ReadOnlySpan<byte> octets, out BacnetValue value, out DecodeError error)
    {
        var reader = new TagReader(octets);
        value = reader.ReadPropertyValue(ValueTag);
        return reader.Finish(out error);
    }

    private static int EncodePropertyValue(BacnetValue value, Span<byte> target)
    {
        var writer = new TagWriter(target);
        writer.WritePropertyValue(value, ValueTag);
        return Writers.Length(writer);
    }

    private static bool TryDecodeRequest(ReadOnlySpan<byte> octets, out List<PropertyReference> targets, out DecodeError error)
    {
        var request = new ReadPropertyMultipleRequest(octets);
        targets = [];
        while (request.TryNext(out var target)) targets.Add(target);
        return request.Finish(out error);
    }

    private static int EncodeRequest(List<PropertyReference> targets, Span<byte> target)
    {
        var writer = new TagWriter(target);
        ReadPropertyMultipleRequest.Encode(ref writer, targets.ToArray());
        return Writers.Length(writer);
    }

    private static bool TryDecodeAck(ReadOnlySpan<byte> octets, out List<Result> results, out DecodeError error)
    {
        var ack = new ReadPropertyMultipleAck(octets);
        results = [];
        while (ack.TryNext(out var target, out var result)) results.Add(new(target, result));
        return ack.Finish(out error);
    }

    private static int EncodeAck(List<Result> results, Span<byte> target)
    {
        var writer = new TagWriter(target);
        foreach (var (asked, outcome) in results)
        {
            ReadPropertyMultipleAck.WriteObject(ref writer, asked.Object);
            ReadPropertyMultipleAck.WriteResult(ref writer, asked, outcome);
            ReadPropertyMultipleAck.EndObject(ref writer);
        }
        return Writers.Length(writer);
    }
}
