using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>The content of a BACnet-Error-PDU (clause 20.1.7), and the same production inside other ones.</summary>
/// <remarks><code>
/// Error ::= SEQUENCE {
///   error-class ENUMERATED,
///   error-code  ENUMERATED }
/// </code>Some services wrap it in a context tag [0] and add to it; what was added is passed over.</remarks>
public static class ErrorReply
{
    /// <summary>Reads the content of an Error-PDU.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out BacnetError refusal, out DecodeError error)
    {
        var reader = new TagReader(service);
        var wrapped = reader.NextIsOpening(0);
        refusal = wrapped ? Read(ref reader, context: 0) : ReadBare(ref reader);
        error = reader.Error;
        return wrapped ? error == DecodeError.None : reader.Finish(out error);
    }

    /// <summary>Writes the content of an Error-PDU.</summary>
    public static void Encode(ref TagWriter writer, BacnetError refusal)
    {
        writer.WriteEnumerated((uint)refusal.Class);
        writer.WriteEnumerated((uint)refusal.Code);
    }

    internal static BacnetError Read(ref TagReader reader, byte context)
    {
        reader.ReadOpening(context);
        var refusal = ReadBare(ref reader);
        reader.ReadClosing(context);
        return refusal;
    }

    internal static void Write(ref TagWriter writer, BacnetError refusal, byte context)
    {
        writer.WriteOpening(context);
        Encode(ref writer, refusal);
        writer.WriteClosing(context);
    }

    private static BacnetError ReadBare(ref TagReader reader) => new(
        (ErrorClass)reader.ReadEnumerated(context: null, most: ushort.MaxValue),
        (ErrorCode)reader.ReadEnumerated(context: null, most: ushort.MaxValue));
}
