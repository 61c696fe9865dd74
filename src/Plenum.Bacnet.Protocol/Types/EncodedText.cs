namespace Plenum.Bacnet.Protocol.Types;

/// <summary>A CharacterString as it was sent (clause 20.2.9): in its character set, to the octet. Two are equal if their octets are.</summary>
/// <remarks>It is written as it was read, so that a text in a set of the device's own survives being read and written back, whether or not its
/// characters are understood here.</remarks>
public sealed class EncodedText : IEquatable<EncodedText>
{
    private readonly byte[] _content;

    /// <summary>A string from its content on the wire: the character set, then its octets.</summary>
    /// <exception cref="ArgumentException">The content is empty: even a string of no characters has a set.</exception>
    public EncodedText(ReadOnlySpan<byte> content)
    {
        if (content.IsEmpty) throw new ArgumentException("a CharacterString begins with its character set", nameof(content));
        _content = content.ToArray();
        Text = CharacterSets.Decode(content);
    }

    /// <summary>Text in a character set, for a device that knows no other.</summary>
    /// <exception cref="ArgumentException">The set does not have one of the characters, or is not one of UTF-8, UCS-2, UCS-4 and ISO 8859-1.</exception>
    public EncodedText(string text, CharacterSet set) : this([(byte)set, .. CharacterSets.Encode(text, set)]) { }

    /// <summary>The character set; may be one that the standard reserves.</summary>
    public CharacterSet Set => (CharacterSet)_content[0];

    /// <summary>The code page of a DBCS string, such as 850 or 932; null in every other set.</summary>
    public ushort? CodePage => CharacterSets.CodePage(_content);

    /// <summary>The content on the wire: the character set, then its octets.</summary>
    public ReadOnlySpan<byte> Content => _content;

    /// <summary>The text; U+FFFD stands for what is no character of the set, and for what is beyond ASCII in a set or code page that is not known.</summary>
    public string Text { get; }

    /// <inheritdoc/>
    public bool Equals(EncodedText? other) => other is not null && _content.AsSpan().SequenceEqual(other._content);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EncodedText);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(_content);
        return hash.ToHashCode();
    }

    /// <summary>The text.</summary>
    public override string ToString() => Text;
}
