namespace Plenum.Bacnet.Protocol.Tags;

/// <summary>The initial octets of a tag (clause 20.2.1): its number, its class and the length of what follows.</summary>
/// <param name="Number">0..254.</param>
/// <param name="Class">Application, context, opening or closing.</param>
/// <param name="Length">Octets of content; the value itself for an application-tagged BOOLEAN.</param>
/// <param name="Size">Octets of the header.</param>
public readonly record struct TagHeader(byte Number, TagClass Class, uint Length, int Size)
{
    private const byte Reserved = 255;   // clause 20.2.1.2

    /// <summary>Reads a header; false when the bytes end first or the form is one that the standard reserves.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> source, out TagHeader header, out DecodeError error)
    {
        header = default;
        error = DecodeError.Truncated;
        if (source.IsEmpty) return false;
        var initial = source[0];
        var number = (byte)(initial >> 4);
        var size = 1;
        if (number == 0xF)
        {
            if (source.Length < 2) return false;
            number = source[1];
            if (number == Reserved) { error = DecodeError.WrongTag; return false; }
            size = 2;
        }
        var contextSpecific = (initial & 0x08) != 0;
        var lengthCode = initial & 0x07;
        if (contextSpecific && lengthCode >= 6)
        {
            header = new(number, lengthCode == 6 ? TagClass.Opening : TagClass.Closing, 0, size);
            error = DecodeError.None;
            return true;
        }
        if (!TryDecodeLength(source[size..], lengthCode, out var length, out var extra, ref error)) return false;
        header = new(number, contextSpecific ? TagClass.Context : TagClass.Application, length, size + extra);
        error = DecodeError.None;
        return true;
    }

    /// <summary>Clause 20.2.1.3.1: 0..4 in the initial octet; 5 with one, three or five octets after it.</summary>
    private static bool TryDecodeLength(ReadOnlySpan<byte> rest, int code, out uint length, out int extra, ref DecodeError error)
    {
        (length, extra) = ((uint)code, 0);
        if (code < 5) return true;
        if (code > 5) { error = DecodeError.WrongTag; return false; }
        extra = rest.IsEmpty ? 0 : rest[0] switch { 254 => 3, 255 => 5, _ => 1 };
        if (extra == 0 || rest.Length < extra) return false;
        length = extra switch
        {
            1 => rest[0],
            3 => (uint)((rest[1] << 8) | rest[2]),
            _ => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(rest[1..]),
        };
        return true;
    }
}

/// <summary>What a tag announces (clause 20.2.1.1, 20.2.1.3.2).</summary>
public enum TagClass : byte
{
    /// <summary>A value of one of the application types of clause 20.2.1.4.</summary>
    Application,
    /// <summary>A value whose type follows from where it stands.</summary>
    Context,
    /// <summary>The beginning of constructed data.</summary>
    Opening,
    /// <summary>The end of constructed data.</summary>
    Closing,
}
