using Plenum.Bacnet.Protocol.Messages;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Fuzz.Targets;

/// <summary>Messages as people are shown them: from each layer down, and each line of the table of messages.</summary>
internal static class MessageTargets
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("Messages.Datagram", octets => Show(MessageReader.ReadDatagram(octets), octets.Length)) { Mend = HeaderTargets.WriteLength },
        new("Messages.Npdu", octets => Show(MessageReader.ReadNpdu(octets), octets.Length)),
        new("Messages.Apdu", octets => Show(MessageReader.ReadApdu(octets), octets.Length)),
        .. MessageTable.All.Select(line => new Target("Messages." + line.Name.Replace(' ', '-'), octets => Describe(line.TryDescribe, octets))),
    ];

    private static void Show(BacnetMessage message, int octets)
    {
        IsOneLine(MessageText.Of(message));
        if (message.Name.Length == 0) throw new BrokenPromiseException("the message has no name");
        if (message.ContentOffset < 0 || message.ContentOffset > octets) throw new BrokenPromiseException($"the content begins at octet {message.ContentOffset} of {octets}");
        if (message.Failure is { } failure && (failure.Offset < 0 || failure.Offset > octets || failure.Reason == DecodeError.None))
            throw new BrokenPromiseException($"the failure is {failure} of {octets}");
    }

    private static void Describe(Describe describe, ReadOnlySpan<byte> octets)
    {
        var fields = new MessageFields();
        var read = describe(octets, fields, out var error);
        if (read != (error == DecodeError.None)) throw new BrokenPromiseException($"the result is {read}, but the error is {error}");
        foreach (var field in fields.All) IsOneLine(MessageText.Of(field));
    }

    private static void IsOneLine(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\0', '\x1F') >= 0) throw new BrokenPromiseException($"a line of text has control characters: {text}");
    }
}
