namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Any value that a property can hold: one of the application types of clause 20.2, or a tree of them. Numbers, truths, short bit strings, dates and identifiers need no allocation.</summary>
public readonly partial struct BacnetValue : IEquatable<BacnetValue>
{
    private readonly ulong _bits;
    private readonly object? _reference;
    private readonly byte _tag;

    private BacnetValue(BacnetKind kind, ulong bits, object? reference = null, byte tag = 0) =>
        (Kind, _bits, _reference, _tag) = (kind, bits, reference, tag);

    /// <summary>Which of the kinds it is; every <c>As…</c> below is for its own kind alone.</summary>
    public BacnetKind Kind { get; }

    /// <summary>NULL.</summary>
    public static BacnetValue Null => default;

    /// <summary>BOOLEAN.</summary>
    public static BacnetValue Boolean(bool value) => new(BacnetKind.Boolean, value ? 1UL : 0);

    /// <summary>Unsigned.</summary>
    public static BacnetValue Unsigned(ulong value) => new(BacnetKind.Unsigned, value);

    /// <summary>INTEGER.</summary>
    public static BacnetValue Signed(long value) => new(BacnetKind.Signed, (ulong)value);

    /// <summary>REAL.</summary>
    public static BacnetValue Real(float value) => new(BacnetKind.Real, BitConverter.SingleToUInt32Bits(value));

    /// <summary>Double.</summary>
    public static BacnetValue Double(double value) => new(BacnetKind.Double, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>OCTET STRING; the array is kept, not copied.</summary>
    public static BacnetValue OctetString(byte[] value) => new(BacnetKind.OctetString, 0, value);

    /// <summary>CharacterString.</summary>
    public static BacnetValue CharacterString(string value) => new(BacnetKind.CharacterString, 0, value);

    /// <summary>CharacterString in a set of its own, which is written as it is.</summary>
    public static BacnetValue CharacterString(EncodedText value) => new(BacnetKind.CharacterString, 0, value);

    /// <summary>BIT STRING.</summary>
    public static BacnetValue BitString(BitString value) =>
        value.Length <= 64 ? new(BacnetKind.BitString, value.First64, null, (byte)value.Length) : new(BacnetKind.BitString, 0, value);

    /// <summary>ENUMERATED.</summary>
    public static BacnetValue Enumerated(uint value) => new(BacnetKind.Enumerated, value);

    /// <summary>Date.</summary>
    public static BacnetValue Date(BacnetDate value) => new(BacnetKind.Date, value.Packed);

    /// <summary>Time.</summary>
    public static BacnetValue Time(BacnetTime value) => new(BacnetKind.Time, value.Packed);

    /// <summary>BACnetObjectIdentifier.</summary>
    public static BacnetValue Object(ObjectId value) => new(BacnetKind.ObjectId, value.Packed);

    /// <summary>Several values one after another.</summary>
    public static BacnetValue List(IReadOnlyList<BacnetValue> values) => new(BacnetKind.List, 0, values);

    /// <summary>What stands between an opening and a closing tag of a number.</summary>
    public static BacnetValue Constructed(byte tag, IReadOnlyList<BacnetValue> values) => new(BacnetKind.Constructed, 0, values, tag);

    /// <summary>A context-tagged primitive as its octets.</summary>
    public static BacnetValue ContextPrimitive(byte tag, byte[] octets) => new(BacnetKind.ContextPrimitive, 0, octets, tag);

    /// <summary>The truth.</summary>
    public bool AsBoolean => Expect(BacnetKind.Boolean)._bits != 0;

    /// <summary>The unsigned number.</summary>
    public ulong AsUnsigned => Expect(BacnetKind.Unsigned)._bits;

    /// <summary>The signed number.</summary>
    public long AsSigned => (long)Expect(BacnetKind.Signed)._bits;

    /// <summary>The single-precision number.</summary>
    public float AsReal => BitConverter.UInt32BitsToSingle((uint)Expect(BacnetKind.Real)._bits);

    /// <summary>The double-precision number.</summary>
    public double AsDouble => BitConverter.UInt64BitsToDouble(Expect(BacnetKind.Double)._bits);

    /// <summary>The octets; do not change them.</summary>
    public byte[] AsOctetString => (byte[])Expect(BacnetKind.OctetString)._reference!;

    /// <summary>The text, whatever its character set.</summary>
    public string AsCharacterString => Expect(BacnetKind.CharacterString)._reference as string ?? AsEncodedText!.Text;

    /// <summary>The text as it was sent; null if it is UTF-8 without a fault, of which <see cref="AsCharacterString"/> says all.</summary>
    public EncodedText? AsEncodedText => Expect(BacnetKind.CharacterString)._reference as EncodedText;

    /// <summary>The bits.</summary>
    public BitString AsBitString => Expect(BacnetKind.BitString)._reference is BitString large ? large : new BitString(_bits, _tag);

    /// <summary>The enumeration's number.</summary>
    public uint AsEnumerated => (uint)Expect(BacnetKind.Enumerated)._bits;

    /// <summary>The date.</summary>
    public BacnetDate AsDate => new((uint)Expect(BacnetKind.Date)._bits);

    /// <summary>The time.</summary>
    public BacnetTime AsTime => new((uint)Expect(BacnetKind.Time)._bits);

    /// <summary>The identifier.</summary>
    public ObjectId AsObjectId => new((uint)Expect(BacnetKind.ObjectId)._bits);

    /// <summary>The elements of a list or of constructed data.</summary>
    public IReadOnlyList<BacnetValue> Elements => (IReadOnlyList<BacnetValue>)(Kind == BacnetKind.Constructed ? this : Expect(BacnetKind.List))._reference!;

    /// <summary>The context tag's number of constructed data or of a context-tagged primitive.</summary>
    public byte ContextTag => Kind == BacnetKind.Constructed ? _tag : Expect(BacnetKind.ContextPrimitive)._tag;

    /// <summary>The octets of a context-tagged primitive; do not change them.</summary>
    public byte[] ContextOctets => (byte[])Expect(BacnetKind.ContextPrimitive)._reference!;

    /// <inheritdoc/>
    public bool Equals(BacnetValue other) => Kind == other.Kind && _bits == other._bits && _tag == other._tag && (_reference, other._reference) switch
    {
        (IReadOnlyList<BacnetValue> mine, IReadOnlyList<BacnetValue> theirs) => mine.SequenceEqual(theirs),
        (byte[] mine, byte[] theirs) => mine.AsSpan().SequenceEqual(theirs),
        _ => Equals(_reference, other._reference),
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BacnetValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _bits, _tag);

    /// <summary>Whether two values are equal: of one kind and the same to the bit.</summary>
    public static bool operator ==(BacnetValue left, BacnetValue right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(BacnetValue left, BacnetValue right) => !left.Equals(right);

    private BacnetValue Expect(BacnetKind kind) =>
        Kind == kind ? this : throw new InvalidOperationException($"this value is {Kind}, not {kind}");
}
