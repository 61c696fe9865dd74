namespace Plenum.Bacnet.Protocol.Tags;

public ref partial struct TagReader
{
    /// <summary>The octets between an opening and a closing tag of a number, as a view of the source; each tag in them is complete.</summary>
    public ReadOnlySpan<byte> ReadEnclosed(byte context)
    {
        ReadOpening(context);
        var start = _rest;
        while (Error == DecodeError.None && !NextIsClosing(context)) Skip(depth: 0);
        var length = start.Length - _rest.Length;
        ReadClosing(context);
        return Error == DecodeError.None ? start[..length] : default;
    }

    /// <summary>Whatever stands between an opening tag that comes next and the closing tag at the very end of the source, tags or not, as a view of the source.</summary>
    public ReadOnlySpan<byte> ReadEnclosedToEnd(byte context)
    {
        ReadOpening(context);
        Span<byte> closing = stackalloc byte[2];
        var writer = new TagWriter(closing);
        writer.WriteClosing(context);
        if (Error != DecodeError.None) return default;
        if (!_rest.EndsWith(writer.Written)) return Fail(DecodeError.Truncated);
        var enclosed = _rest[..^writer.Length];
        _rest = default;
        return enclosed;
    }

    /// <summary>Passes over a primitive, or over what an opening tag opens with all that is in it.</summary>
    private void Skip(int depth)
    {
        if (!TagHeader.TryDecode(_rest, out var header, out var error)) { Fail(error); return; }
        switch (header.Class)
        {
            case TagClass.Closing: Fail(DecodeError.WrongTag); return;
            case TagClass.Opening when depth >= MaxDepth: Fail(DecodeError.NestedTooDeep); return;
            case TagClass.Opening:
                ReadOpening(header.Number);
                while (Error == DecodeError.None && !NextIsClosing(header.Number)) Skip(depth + 1);
                ReadClosing(header.Number);
                return;
        }
        // An application-tagged BOOLEAN has its value where others have their length (clause 20.2.3).
        var isTruth = header is { Class: TagClass.Application, Number: (byte)Types.BacnetKind.Boolean };
        var length = isTruth ? 0 : header.Length;
        if (length > _rest.Length - header.Size) { Fail(DecodeError.Truncated); return; }
        _rest = _rest[(header.Size + (int)length)..];
    }
}
