using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tags;

public ref partial struct TagWriter
{
    /// <summary>A property's value between an opening and a closing tag of a number.</summary>
    public void WritePropertyValue(BacnetValue value, byte context)
    {
        WriteOpening(context);
        WriteValue(value);
        WriteClosing(context);
    }

    /// <summary>Any value with its own tags; a list as its elements one after another.</summary>
    public void WriteValue(BacnetValue value)
    {
        switch (value.Kind)
        {
            case BacnetKind.Null: WriteNull(); break;
            case BacnetKind.Boolean: WriteBoolean(value.AsBoolean); break;
            case BacnetKind.Unsigned: WriteUnsigned(value.AsUnsigned); break;
            case BacnetKind.Signed: WriteSigned(value.AsSigned); break;
            case BacnetKind.Real: WriteReal(value.AsReal); break;
            case BacnetKind.Double: WriteDouble(value.AsDouble); break;
            case BacnetKind.OctetString: WriteOctetString(value.AsOctetString); break;
            case BacnetKind.CharacterString: WriteText(value); break;
            case BacnetKind.BitString: WriteBitString(value.AsBitString); break;
            case BacnetKind.Enumerated: WriteEnumerated(value.AsEnumerated); break;
            case BacnetKind.Date: WriteDate(value.AsDate); break;
            case BacnetKind.Time: WriteTime(value.AsTime); break;
            case BacnetKind.ObjectId: WriteObjectId(value.AsObjectId); break;
            case BacnetKind.ContextPrimitive: WriteOctetString(value.ContextOctets, value.ContextTag); break;
            case BacnetKind.Constructed:
                WriteOpening(value.ContextTag);
                WriteElements(value.Elements);
                WriteClosing(value.ContextTag);
                break;
            case BacnetKind.List: WriteElements(value.Elements); break;
        }
    }

    private void WriteText(BacnetValue value)
    {
        if (value.AsEncodedText is { } encoded) WriteEncodedText(encoded);
        else WriteCharacterString(value.AsCharacterString);
    }

    private void WriteElements(IReadOnlyList<BacnetValue> elements)
    {
        for (var i = 0; i < elements.Count; i++) WriteValue(elements[i]);
    }
}
