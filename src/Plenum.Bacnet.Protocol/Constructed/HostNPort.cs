using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetHostNPort (clause 21): a host and a port.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The UDP or TCP port.</param>
/// <remarks><code>
/// BACnetHostNPort ::= SEQUENCE {
///   host [0] BACnetHostAddress,
///   port [1] Unsigned16 }
/// </code></remarks>
public readonly record struct HostNPort(HostAddress Host, ushort Port) : IConstructed<HostNPort>
{
    /// <inheritdoc/>
    public static HostNPort Read(ref TagReader reader) => new(reader.ReadNested<HostAddress>(0), reader.ReadUnsigned16(context: 1));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Host, 0);
        writer.WriteUnsigned(Port, context: 1);
    }

    /// <summary><c>192.168.1.2:47808</c></summary>
    public override string ToString() => $"{Host}:{Port}";
}
