using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetRouterEntry (clause 21): a network, and the router that leads there.</summary>
/// <param name="Network">The network's number.</param>
/// <param name="Mac">The router's address on this port's network.</param>
/// <param name="Status">Whether the way is open.</param>
/// <param name="PerformanceIndex">What PTP routers say of the way's quality, if anything.</param>
/// <remarks><code>
/// BACnetRouterEntry ::= SEQUENCE {
///   network-number    [0] Unsigned16,
///   mac-address       [1] OCTET STRING,
///   status            [2] ENUMERATED { available (0), busy (1), disconnected (2) },
///   performance-index [3] Unsigned8 OPTIONAL }
/// </code></remarks>
public readonly record struct RouterEntry(ushort Network, Sequence<byte> Mac, RouterStatus Status, byte? PerformanceIndex) : IConstructed<RouterEntry>
{
    /// <inheritdoc/>
    public static RouterEntry Read(ref TagReader reader) => new(
        reader.ReadUnsigned16(context: 0),
        Sequence.Create(reader.ReadOctetString(context: 1)),
        (RouterStatus)reader.ReadEnumerated16(context: 2),
        reader.NextIsContext(3) ? reader.ReadUnsigned8(context: 3) : null);

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteUnsigned(Network, context: 0);
        writer.WriteOctetString(Mac.AsSpan(), context: 1);
        writer.WriteEnumerated((uint)Status, context: 2);
        writer.WriteOptionalUnsigned(PerformanceIndex, context: 3);
    }

    /// <summary><c>network 5 by 192.168.1.2:47808, available</c></summary>
    public override string ToString() => $"network {Network} by {OctetText.Address(Mac)}, {EnumNames<RouterStatus>.Kebab(Status)}";
}

/// <summary>Whether the way through a router is open.</summary>
public enum RouterStatus : ushort
{
    /// <summary>available</summary>
    Available = 0,
    /// <summary>busy</summary>
    Busy = 1,
    /// <summary>disconnected</summary>
    Disconnected = 2,
}
