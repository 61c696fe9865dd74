using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>The fields of a message as they are told, one call for each in the order of the production. What is null is absent and leaves no field.</summary>
public sealed partial class MessageFields
{
    private readonly List<MessageField> _fields = [];

    /// <summary>The fields told so far.</summary>
    public IReadOnlyList<MessageField> All => _fields;

    /// <summary>A field as it is.</summary>
    public MessageFields Add(MessageField field)
    {
        _fields.Add(field);
        return this;
    }

    /// <summary>A number.</summary>
    public MessageFields Add(string name, ulong? value) => value is { } number ? Add(new MessageField(name, BacnetValue.Unsigned(number))) : this;

    /// <summary>A number that may be negative.</summary>
    public MessageFields AddSigned(string name, long? value) => value is { } number ? Add(new MessageField(name, BacnetValue.Signed(number))) : this;

    /// <summary>A single-precision number.</summary>
    public MessageFields Add(string name, float? value) => value is { } number ? Add(new MessageField(name, BacnetValue.Real(number))) : this;

    /// <summary>A truth.</summary>
    public MessageFields Add(string name, bool? value) => value is { } truth ? Add(new MessageField(name, BacnetValue.Boolean(truth))) : this;

    /// <summary>An object's identifier.</summary>
    public MessageFields Add(string name, ObjectId? value) => value is { } id ? Add(new MessageField(name, BacnetValue.Object(id))) : this;

    /// <summary>A text that the message carries.</summary>
    public MessageFields Add(string name, string? value) => value is null ? this : Add(new MessageField(name, BacnetValue.CharacterString(value)));

    /// <summary>Octets whose meaning is not known.</summary>
    public MessageFields AddOctets(string name, ReadOnlySpan<byte> octets) => Add(new MessageField(name, BacnetValue.OctetString(octets.ToArray())));

    /// <summary>A number of one of the standard's enumerations, by name.</summary>
    public MessageFields AddNamed<T>(string name, T? value) where T : struct, Enum => value is { } member
        ? Add(new MessageField(name, BacnetValue.Enumerated(Convert.ToUInt32(member, System.Globalization.CultureInfo.InvariantCulture)), EnumNames<T>.Kebab(member)))
        : this;

    /// <summary>Flags, each that is set by its name.</summary>
    public MessageFields AddFlags<T>(string name, T flags) where T : struct, Enum => AddText(name,
        string.Join(' ', Enum.GetValues<T>().Where(flag => flags.HasFlag(flag) && !flag.Equals(default(T))).Select(EnumNames<T>.Kebab)));

    /// <summary>A value of a constructed type, as its text; absent when null.</summary>
    public MessageFields AddText(string name, object? value) => value is null ? this : Add(new MessageField(name, Meaning: value.ToString() ?? ""));

    /// <summary>Fields that belong together under one name.</summary>
    public MessageFields AddGroup(string name, Action<MessageFields> describe)
    {
        var inner = new MessageFields();
        describe(inner);
        return Add(new MessageField(name, Parts: inner.All));
    }

    /// <summary>A list, each element with fields of its own.</summary>
    public MessageFields AddList<T>(string name, IEnumerable<T>? elements, Action<T, MessageFields> describe)
    {
        if (elements is null) return this;
        List<MessageField> parts = [];
        foreach (var element in elements)
        {
            var inner = new MessageFields();
            describe(element, inner);
            parts.Add(inner.All is [{ Name: "" } bare] ? bare : new MessageField("", Parts: inner.All));   // an element without names is its value
        }
        return Add(new MessageField(name, Parts: parts, IsList: true));
    }
}
