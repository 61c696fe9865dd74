using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tags;

public ref partial struct TagReader
{
    /// <summary>How deep opening tags may be nested; the deepest production of the standard needs seven.</summary>
    public const int MaxDepth = 16;

    /// <summary>How many elements one value may have; a datagram holds fewer.</summary>
    public const int MaxElements = 65536;

    /// <summary>A property's value between an opening and a closing tag of a number (ABSTRACT-SYNTAX.&amp;Type): one value as itself, none or several as a list.</summary>
    public BacnetValue ReadPropertyValue(byte context)
    {
        ReadOpening(context);
        var first = NextIsClosing(context) ? BacnetValue.List([]) : ReadValue();
        if (Error == DecodeError.None && !NextIsClosing(context)) first = ReadMore(first, context);
        ReadClosing(context);
        return Error == DecodeError.None ? first : default;
    }

    /// <summary>Whatever comes next: an application-tagged value as its type, context-tagged data as a tree of octets.</summary>
    public BacnetValue ReadValue() => ReadValue(0);

    private BacnetValue ReadValue(int depth)
    {
        if (Error != DecodeError.None) return default;
        if (!TagHeader.TryDecode(_rest, out var header, out var error)) { Fail(error); return default; }
        switch (header.Class)
        {
            case TagClass.Application: return ReadApplication((BacnetKind)header.Number);
            case TagClass.Context: return BacnetValue.ContextPrimitive(header.Number, Content(BacnetKind.OctetString, header.Number, 0, int.MaxValue).ToArray());
            case TagClass.Opening: return ReadConstructed(header.Number, depth);
            default: Fail(DecodeError.WrongTag); return default;
        }
    }

    private BacnetValue ReadApplication(BacnetKind kind)
    {
        switch (kind)
        {
            case BacnetKind.Null: ReadNull(); return BacnetValue.Null;
            case BacnetKind.Boolean: return BacnetValue.Boolean(ReadBoolean());
            case BacnetKind.Unsigned: return BacnetValue.Unsigned(ReadUnsigned64());
            case BacnetKind.Signed: return BacnetValue.Signed(ReadSigned());
            case BacnetKind.Real: return BacnetValue.Real(ReadReal());
            case BacnetKind.Double: return BacnetValue.Double(ReadDouble());
            case BacnetKind.OctetString: return BacnetValue.OctetString(ReadOctetString().ToArray());
            case BacnetKind.CharacterString: return ReadText();
            case BacnetKind.BitString: return BacnetValue.BitString(ReadBitString());
            case BacnetKind.Enumerated: return BacnetValue.Enumerated(ReadEnumerated());
            case BacnetKind.Date: return BacnetValue.Date(ReadDate());
            case BacnetKind.Time: return BacnetValue.Time(ReadTime());
            case BacnetKind.ObjectId: return BacnetValue.Object(ReadObjectId());
            default: Fail(DecodeError.WrongTag); return default;   // 13..15 are reserved by ASHRAE
        }
    }

    private BacnetValue ReadText()
    {
        var content = Content(BacnetKind.CharacterString, null, 1, int.MaxValue);
        return content.IsEmpty || CharacterSets.IsPlain(content)
            ? BacnetValue.CharacterString(content.IsEmpty ? "" : CharacterSets.Decode(content))
            : BacnetValue.CharacterString(new EncodedText(content));
    }

    private BacnetValue ReadConstructed(byte number, int depth)
    {
        if (depth >= MaxDepth) { Fail(DecodeError.NestedTooDeep); return default; }
        ReadOpening(number);
        var elements = new List<BacnetValue>();
        while (Error == DecodeError.None && !NextIsClosing(number)) Add(elements, ReadValue(depth + 1));
        ReadClosing(number);
        return BacnetValue.Constructed(number, elements);
    }

    private BacnetValue ReadMore(BacnetValue first, byte context)
    {
        var elements = new List<BacnetValue> { first };
        while (Error == DecodeError.None && !NextIsClosing(context)) Add(elements, ReadValue(0));
        return BacnetValue.List(elements);
    }

    private void Add(List<BacnetValue> elements, BacnetValue element)
    {
        if (elements.Count >= MaxElements) Fail(DecodeError.TooManyElements);
        else elements.Add(element);
    }
}
