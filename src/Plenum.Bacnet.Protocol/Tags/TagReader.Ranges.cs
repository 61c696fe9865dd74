namespace Plenum.Bacnet.Protocol.Tags;

public ref partial struct TagReader
{
    /// <summary>A number that must not be larger than <paramref name="most"/>, nor smaller than <paramref name="least"/>.</summary>
    public uint ReadUnsigned(byte? context, uint least, uint most)
    {
        var value = ReadUnsigned(context);
        if (Error == DecodeError.None && (value < least || value > most)) Fail(DecodeError.OutOfRange);
        return Error == DecodeError.None ? value : least;
    }

    /// <summary>ENUMERATED that must not be larger than <paramref name="most"/>, because the standard has no more and allows none of a vendor's.</summary>
    public uint ReadEnumerated(byte? context, uint most)
    {
        var value = ReadEnumerated(context);
        if (value > most) Fail(DecodeError.OutOfRange);
        return Error == DecodeError.None ? value : 0;
    }

    /// <summary>INTEGER that must fit 32 bits.</summary>
    public int ReadSigned32(byte? context = null)
    {
        var value = ReadSigned(context);
        if (value is < int.MinValue or > int.MaxValue) Fail(DecodeError.OutOfRange);
        return Error == DecodeError.None ? (int)value : 0;
    }
}
