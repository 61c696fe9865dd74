namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetObjectIdentifier (clause 20.2.14): ten bits of object type and twenty-two of instance, packed as on the wire.</summary>
public readonly record struct ObjectId(uint Packed) : IComparable<ObjectId>
{
    /// <summary>The largest instance, 4194303: "unspecified", or "whichever device you are" in a request (clause 12.11).</summary>
    public const uint AnyInstance = 0x3FFFFF;

    /// <summary>An identifier of a type (0..1023) and an instance (0..4194303).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The type or the instance does not fit its bits.</exception>
    public ObjectId(ObjectType type, uint instance) : this(Pack(type, instance)) { }

    /// <summary>The Device object that stands for "whichever device you are".</summary>
    public static ObjectId AnyDevice { get; } = new(ObjectType.Device, AnyInstance);

    /// <summary>The object's type.</summary>
    public ObjectType Type => (ObjectType)(Packed >> 22);

    /// <summary>The object's instance, 0..4194303.</summary>
    public uint Instance => Packed & AnyInstance;

    /// <summary>Reads <c>analogInput:1</c>, <c>analog-input,1</c> or <c>0:1</c>.</summary>
    /// <exception cref="FormatException">The text is not an object identifier; the message says what is expected.</exception>
    public static ObjectId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"\"{text}\" is not an object identifier: write a type and an instance of 0..{AnyInstance}, as in analogInput:1");

    /// <summary>Reads what <see cref="Parse"/> reads, without an exception.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out ObjectId id)
    {
        id = default;
        var colon = text.IndexOfAny(':', ',');
        if (colon <= 0
            || !EnumNames<ObjectType>.TryParse(text[..colon].Trim(), out var type)
            || !uint.TryParse(text[(colon + 1)..].Trim(), out var instance)
            || (uint)type > 1023 || instance > AnyInstance) return false;
        id = new(type, instance);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(ObjectId other) => Packed.CompareTo(other.Packed);

    /// <summary>The type's camelCase name and the instance: <c>analogInput:1</c>.</summary>
    public override string ToString() => $"{EnumNames<ObjectType>.CamelCase(Type)}:{Instance}";

    /// <summary>Whether one identifier sorts before another.</summary>
    public static bool operator <(ObjectId left, ObjectId right) => left.Packed < right.Packed;

    /// <summary>Whether one identifier sorts before or with another.</summary>
    public static bool operator <=(ObjectId left, ObjectId right) => left.Packed <= right.Packed;

    /// <summary>Whether one identifier sorts after another.</summary>
    public static bool operator >(ObjectId left, ObjectId right) => left.Packed > right.Packed;

    /// <summary>Whether one identifier sorts after or with another.</summary>
    public static bool operator >=(ObjectId left, ObjectId right) => left.Packed >= right.Packed;

    private static uint Pack(ObjectType type, uint instance)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)type, 1023u, nameof(type));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(instance, AnyInstance);
        return ((uint)type << 22) | instance;
    }
}
