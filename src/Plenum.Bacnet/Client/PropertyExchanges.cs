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

/// <summary>ReadPropertyMultiple of some of a list's properties; the answers go to their places in the list's results.</summary>
/// <param name="list">The list.</param>
/// <param name="places">Where in the list they are, in ascending order.</param>
/// <param name="octets">What the answer is estimated to take.</param>
internal sealed class ReadMultipleExchange(ReadList list, int[] places, int octets) : Exchange
{
    private readonly PropertyReference[] _targets = [.. places.Select(place => list.Targets[place])];

    public IReadOnlyList<int> Places => places;

    public int Count => places.Length;

    public int Octets => octets;

    /// <summary>How the last sending ended.</summary>
    public Reply Reply { get; set; }

    protected internal override ConfirmedService Service => ConfirmedService.ReadPropertyMultiple;

    protected internal override void Encode(ref TagWriter writer) => ReadPropertyMultipleRequest.Encode(ref writer, _targets);

    protected internal override AckVerdict Accept(ReadOnlySpan<byte> service)
    {
        var verdict = Take(service);
        if (verdict == AckVerdict.Accepted) return verdict;
        foreach (var place in places) list.ResultSpan[place] = new(BacnetError.Timeout);   // nothing of it is believed
        return verdict == AckVerdict.Malformed ? AckVerdict.Hopeless : verdict;   // a device that cannot say it properly now will not do better at the next try
    }

    /// <summary>Results come in the order of the request (clause 15.7.2): each must be about the property that was asked for in its place.</summary>
    private AckVerdict Take(ReadOnlySpan<byte> service)
    {
        var ack = new ReadPropertyMultipleAck(service);
        for (var i = 0; i < _targets.Length; i++)
        {
            if (!ack.TryNext(out var target, out var result)) return ack.Finish(out _) ? AckVerdict.WrongTarget : AckVerdict.Malformed;
            if (!_targets[i].IsAnsweredBy(target)) return AckVerdict.WrongTarget;
            list.ResultSpan[places[i]] = result;
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
