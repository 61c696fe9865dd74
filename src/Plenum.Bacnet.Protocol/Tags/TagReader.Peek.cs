namespace Plenum.Bacnet.Protocol.Tags;

public ref partial struct TagReader
{
    /// <summary>The header of what comes next, without reading it; false at the end, after an error, and where no header stands.</summary>
    public readonly bool TryPeek(out TagHeader header) => TagHeader.TryDecode(_rest, out header, out _);
}
