using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Tests.Buildings;

/// <summary>ReadPropertyMultiple of ALL of an object (clause 15.7.3.1.2).</summary>
internal sealed class ReadAllExchange(ObjectId id) : Exchange
{
    private readonly PropertyReference[] _targets = [new(id, PropertyId.All)];

    public List<(PropertyReference Target, PropertyResult Result)> Results { get; } = [];

    protected override ConfirmedService Service => ConfirmedService.ReadPropertyMultiple;

    protected override void Encode(ref TagWriter writer) => ReadPropertyMultipleRequest.Encode(ref writer, _targets);

    protected override AckVerdict Accept(ReadOnlySpan<byte> service)
    {
        var ack = new ReadPropertyMultipleAck(service);
        while (ack.TryNext(out var target, out var result)) Results.Add((target, result));
        return ack.Finish(out _) ? AckVerdict.Accepted : AckVerdict.Malformed;
    }
}
