using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Writes a service's octets.</summary>
internal delegate void EncodeService(ref TagWriter writer);

/// <summary>Reads a service's octets.</summary>
internal delegate bool TryDecodeService<TMessage>(ReadOnlySpan<byte> service, out TMessage message, out DecodeError error);

/// <summary>A service that is acknowledged without content (SimpleACK).</summary>
internal sealed class PlainExchange(ConfirmedService service, EncodeService encode) : Exchange
{
    protected internal override ConfirmedService Service => service;

    protected internal override bool ExpectsSimpleAck => true;

    protected internal override void Encode(ref TagWriter writer) => encode(ref writer);
}

/// <summary>A service that is acknowledged with content (ComplexACK).</summary>
/// <param name="service">The service.</param>
/// <param name="encode">Writes the request.</param>
/// <param name="decode">Reads the acknowledgement.</param>
/// <param name="answers">Whether an acknowledgement is about what was asked; null where it does not say what it is about.</param>
internal sealed class ServiceExchange<TAck>(ConfirmedService service, EncodeService encode, TryDecodeService<TAck> decode, Func<TAck, bool>? answers) : Exchange
{
    public TAck? Ack { get; private set; }

    protected internal override ConfirmedService Service => service;

    protected internal override void Encode(ref TagWriter writer) => encode(ref writer);

    protected internal override AckVerdict Accept(ReadOnlySpan<byte> content)
    {
        if (!decode(content, out var ack, out _)) return AckVerdict.Malformed;
        if (answers is not null && !answers(ack)) return AckVerdict.WrongTarget;
        Ack = ack;
        return AckVerdict.Accepted;
    }
}
