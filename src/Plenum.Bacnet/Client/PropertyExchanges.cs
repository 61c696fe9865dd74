using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>ReadProperty of one property.</summary>
internal sealed class ReadPropertyExchange : Exchange
{
    public PropertyReference Target { get; set; }

    public BacnetValue Value { get; private set; }

    protected internal override ConfirmedService Service => ConfirmedService.ReadProperty;

    protected internal override void Encode(ref TagWriter writer) => new ReadPropertyRequest(Target).Encode(ref writer);

    protected internal override AckVerdict Accept(ReadOnlySpan<byte> service)
    {
        if (!ReadPropertyAck.TryDecode(service, out var ack, out _)) return AckVerdict.Malformed;
        if (!Target.IsAnsweredBy(ack.Target)) return AckVerdict.WrongTarget;
        Value = ack.Value;
        return AckVerdict.Accepted;
    }
}

/// <summary>ReadPropertyMultiple of a run of a list's properties; the answers go to the same places of the list's results.</summary>
internal sealed class ReadMultipleExchange(ReadList list, int start, int count) : Exchange
{
    public int Start => start;

    public int Count => count;

    /// <summary>How the last reading of it ended.</summary>
    public Reply Reply { get; set; }

    protected internal override ConfirmedService Service => ConfirmedService.ReadPropertyMultiple;

    protected internal override void Encode(ref TagWriter writer) =>
        ReadPropertyMultipleRequest.Encode(ref writer, list.TargetSpan.Slice(start, count));

    /// <summary>Results come in the order of the request (clause 15.7.2): each must be about the property that was asked for in its place.</summary>
    protected internal override AckVerdict Accept(ReadOnlySpan<byte> service)
    {
        var ack = new ReadPropertyMultipleAck(service);
        var results = list.ResultSpan.Slice(start, count);
        var targets = list.TargetSpan.Slice(start, count);
        for (var i = 0; i < count; i++)
        {
            if (!ack.TryNext(out var target, out var result)) return ack.Finish(out _) ? AckVerdict.WrongTarget : AckVerdict.Malformed;
            if (!targets[i].IsAnsweredBy(target)) return AckVerdict.WrongTarget;
            results[i] = result;
        }
        if (ack.TryNext(out _, out _)) return AckVerdict.WrongTarget;
        return ack.Finish(out _) ? AckVerdict.Accepted : AckVerdict.Malformed;
    }
}

/// <summary>WriteProperty of one property.</summary>
internal sealed class WritePropertyExchange(WritePropertyRequest request) : Exchange
{
    protected internal override ConfirmedService Service => ConfirmedService.WriteProperty;

    protected internal override bool ExpectsSimpleAck => true;

    protected internal override void Encode(ref TagWriter writer) => request.Encode(ref writer);
}
