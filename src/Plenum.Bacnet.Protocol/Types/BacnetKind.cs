namespace Plenum.Bacnet.Protocol.Types;

/// <summary>The kinds of <see cref="BacnetValue"/>: 0..12 are the application tag numbers of clause 20.2.1.4, the rest are shapes of constructed data.</summary>
public enum BacnetKind : byte
{
    /// <summary>NULL; also what relinquishes a command.</summary>
    Null = 0,
    /// <summary>BOOLEAN.</summary>
    Boolean = 1,
    /// <summary>Unsigned, up to 64 bits.</summary>
    Unsigned = 2,
    /// <summary>INTEGER, up to 64 bits.</summary>
    Signed = 3,
    /// <summary>REAL, 32 bits.</summary>
    Real = 4,
    /// <summary>Double, 64 bits.</summary>
    Double = 5,
    /// <summary>OCTET STRING.</summary>
    OctetString = 6,
    /// <summary>CharacterString.</summary>
    CharacterString = 7,
    /// <summary>BIT STRING.</summary>
    BitString = 8,
    /// <summary>ENUMERATED.</summary>
    Enumerated = 9,
    /// <summary>Date.</summary>
    Date = 10,
    /// <summary>Time.</summary>
    Time = 11,
    /// <summary>BACnetObjectIdentifier.</summary>
    ObjectId = 12,
    /// <summary>Several values one after another: an array, a list or a sequence.</summary>
    List = 16,
    /// <summary>What stands between an opening and a closing tag.</summary>
    Constructed = 17,
    /// <summary>A context-tagged primitive, whose type only its place tells: its octets as they are.</summary>
    ContextPrimitive = 18,
}
