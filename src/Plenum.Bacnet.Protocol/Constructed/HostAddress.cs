using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetHostAddress (clause 21): a host by its IP address or by its name, or none.</summary>
/// <param name="Ip">The four or sixteen octets of its address; null where it has none.</param>
/// <param name="Name">Its name, where it has no address here; null for no host at all.</param>
/// <remarks><code>
/// BACnetHostAddress ::= CHOICE {
///   none       [0] NULL,
///   ip-address [1] OCTET STRING,
///   name       [2] CharacterString }
/// </code></remarks>
public readonly record struct HostAddress(Sequence<byte>? Ip, string? Name = null) : IConstructed<HostAddress>
{
    /// <inheritdoc/>
    public static HostAddress Read(ref TagReader reader)
    {
        if (reader.NextIsContext(1)) return new(Sequence.Create(reader.ReadOctetString(context: 1)));
        if (reader.NextIsContext(2)) return new(null, reader.ReadCharacterString(context: 2));
        reader.ReadNull(context: 0);
        return default;
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Ip is { } octets) writer.WriteOctetString(octets.AsSpan(), context: 1);
        else if (Name is not null) writer.WriteCharacterString(Name, context: 2);
        else writer.WriteNull(context: 0);
    }

    /// <summary><c>192.168.1.2</c>, a name, or <c>none</c>.</summary>
    public override string ToString() => Ip is { } octets ? OctetText.Ip(octets) : Name ?? "none";
}
