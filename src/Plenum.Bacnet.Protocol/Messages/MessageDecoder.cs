using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Reads a message's own octets, and tells its fields when they are what they should be.</summary>
/// <param name="octets">What follows the header: of an APDU the service's octets.</param>
/// <param name="fields">Where the fields are told.</param>
/// <param name="error">What is wrong with the octets.</param>
/// <returns>Whether all octets were read and nothing was wrong.</returns>
public delegate bool Describe(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error);

/// <summary>Reads a message of one type, as the services do.</summary>
public delegate bool TryDecode<T>(ReadOnlySpan<byte> octets, out T message, out DecodeError error);

/// <summary>One line of the table of messages: what it is, and what reads it.</summary>
/// <param name="Type">The APDU's type.</param>
/// <param name="Service">The service choice.</param>
/// <param name="TryDescribe">Reads it and tells its fields.</param>
public sealed record MessageDecoder(PduType Type, byte Service, Describe TryDescribe)
{
    /// <summary>The service's name and the APDU's type, as in <c>read-property complex-ack</c>.</summary>
    public string Name => $"{ServiceNames.Of(Type, Service)} {EnumNames<PduType>.Kebab(Type)}";

    internal static MessageDecoder Of<T>(PduType type, byte service, TryDecode<T> decode, Action<T, MessageFields> describe) =>
        new(type, service, OctetData.Of(decode, describe));

    internal static MessageDecoder Request<T>(ConfirmedService service, TryDecode<T> decode, Action<T, MessageFields> describe) =>
        Of(PduType.ConfirmedRequest, (byte)service, decode, describe);

    internal static MessageDecoder Ack<T>(ConfirmedService service, TryDecode<T> decode, Action<T, MessageFields> describe) =>
        Of(PduType.ComplexAck, (byte)service, decode, describe);

    internal static MessageDecoder Error<T>(ConfirmedService service, TryDecode<T> decode, Action<T, MessageFields> describe) =>
        Of(PduType.Error, (byte)service, decode, describe);

    internal static MessageDecoder Unconfirmed<T>(UnconfirmedService service, TryDecode<T> decode, Action<T, MessageFields> describe) =>
        Of(PduType.UnconfirmedRequest, (byte)service, decode, describe);
}
