using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>Values whose type follows from their context tag, as in a CHOICE of primitives.</summary>
internal static class ContextValue
{
    /// <summary>Reads a primitive of a kind behind a context tag.</summary>
    public static BacnetValue ReadContext(this ref TagReader reader, BacnetKind kind, byte context)
    {
        switch (kind)
        {
            case BacnetKind.Null: reader.ReadNull(context); return BacnetValue.Null;
            case BacnetKind.Boolean: return BacnetValue.Boolean(reader.ReadBoolean(context));
            case BacnetKind.Unsigned: return BacnetValue.Unsigned(reader.ReadUnsigned64(context));
            case BacnetKind.Signed: return BacnetValue.Signed(reader.ReadSigned(context));
            case BacnetKind.Real: return BacnetValue.Real(reader.ReadReal(context));
            case BacnetKind.Double: return BacnetValue.Double(reader.ReadDouble(context));
            case BacnetKind.BitString: return BacnetValue.BitString(reader.ReadBitString(context));
            case BacnetKind.Enumerated: return BacnetValue.Enumerated(reader.ReadEnumerated(context));
            default: throw new ArgumentOutOfRangeException(nameof(kind), kind, "no production reads this kind by its context tag");
        }
    }

    /// <summary>Writes a primitive behind a context tag.</summary>
    public static void WriteContext(this ref TagWriter writer, BacnetValue value, byte context)
    {
        switch (value.Kind)
        {
            case BacnetKind.Null: writer.WriteNull(context); break;
            case BacnetKind.Boolean: writer.WriteBoolean(value.AsBoolean, context); break;
            case BacnetKind.Unsigned: writer.WriteUnsigned(value.AsUnsigned, context); break;
            case BacnetKind.Signed: writer.WriteSigned(value.AsSigned, context); break;
            case BacnetKind.Real: writer.WriteReal(value.AsReal, context); break;
            case BacnetKind.Double: writer.WriteDouble(value.AsDouble, context); break;
            case BacnetKind.BitString: writer.WriteBitString(value.AsBitString, context); break;
            case BacnetKind.Enumerated: writer.WriteEnumerated(value.AsEnumerated, context); break;
            default: throw new ArgumentException($"{value.Kind} is not written by its context tag alone", nameof(value));
        }
    }

    /// <summary>The value that comes next if it carries a context or an opening tag, as a tree; an application tag is an error here.</summary>
    public static BacnetValue ReadTagged(this ref TagReader reader)
    {
        var value = reader.ReadValue();
        if (value.Kind is not (BacnetKind.ContextPrimitive or BacnetKind.Constructed)) reader.Fail(DecodeError.WrongTag);
        return value;
    }

    /// <summary>Whether a value carries a context tag of its own, and so is not of an application type.</summary>
    public static bool IsTagged(this BacnetValue value) => value.Kind is BacnetKind.ContextPrimitive or BacnetKind.Constructed;
}
