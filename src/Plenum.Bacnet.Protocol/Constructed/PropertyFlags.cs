using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>The names of the bits of properties that are BIT STRINGs.</summary>
internal static class PropertyFlags
{
    /// <summary>The bits that are set, by name; null where the property's bits have none.</summary>
    public static string? Describe(PropertyId property, BitString bits) => property switch
    {
        PropertyId.StatusFlags or PropertyId.MemberStatusFlags => StatusText.Of((StatusFlags)(bits.First64 & 0b1111)),
        PropertyId.EventEnable or PropertyId.AckedTransitions or PropertyId.AckRequired => StatusText.Of((EventTransitions)(bits.First64 & 0b111)),
        PropertyId.LimitEnable => StatusText.Of((LimitEnable)(bits.First64 & 0b11)),
        PropertyId.ProtocolServicesSupported => Names(bits, static bit => Name((ServicesSupported)bit)),
        PropertyId.ProtocolObjectTypesSupported => Names(bits, static bit => Name((ObjectType)bit)),
        _ => null,
    };

    private static string Names(BitString bits, Func<int, string> name) =>
        string.Join(", ", Enumerable.Range(0, bits.Length).Where(bit => bits[bit]).Select(name)) is { Length: > 0 } names ? names : "none";

    private static string Name<T>(T value) where T : struct, Enum => EnumNames<T>.Kebab(value);
}
