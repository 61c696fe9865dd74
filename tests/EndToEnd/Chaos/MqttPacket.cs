using System.Buffers.Binary;
using System.Text;

namespace EndToEnd.Tests.Chaos;

/// <summary>One packet of MQTT 5 as it goes over the wire; of its contents only what the account needs (MQTT 5.0, 2.1, 3.3 and 3.4).</summary>
internal sealed class MqttPacket
{
    private const int Publish = 3, PublishAcknowledgement = 4;

    private readonly int _body;

    private MqttPacket(byte[] bytes, int body) => (Bytes, _body) = (bytes, body);

    /// <summary>The packet, header included.</summary>
    public byte[] Bytes { get; }

    /// <summary>Reads the next packet; null when the connection ends.</summary>
    public static async Task<MqttPacket?> ReadAsync(Stream stream, CancellationToken cancel)
    {
        var header = new byte[5];
        var used = 0;
        do
        {
            if (await stream.ReadAsync(header.AsMemory(used, 1), cancel) == 0) return null;
            used++;
        }
        while (used == 1 || (used < header.Length && header[used - 1] >= 0x80));
        var place = 1;
        var length = ReadLength(header, ref place);
        var bytes = new byte[used + length];
        header.AsSpan(0, used).CopyTo(bytes);
        await stream.ReadExactlyAsync(bytes.AsMemory(used), cancel);
        return new(bytes, used);
    }

    /// <summary>Whether it is a PUBLISH of quality of service 1 or 2.</summary>
    public bool TryReadPublish(out ushort id, out string topic, out ReadOnlyMemory<byte> payload)
    {
        (id, topic, payload) = (0, "", default);
        if (Bytes[0] >> 4 != Publish || (Bytes[0] & 0b110) == 0) return false;
        var place = _body;
        var topicLength = ReadNumber(ref place);
        topic = Encoding.UTF8.GetString(Bytes, place, topicLength);
        place += topicLength;
        id = ReadNumber(ref place);
        var properties = ReadLength(Bytes, ref place);
        payload = Bytes.AsMemory(place + properties);
        return true;
    }

    /// <summary>Whether it is a PUBACK that says yes.</summary>
    public bool TryReadAcknowledgement(out ushort id)
    {
        id = 0;
        if (Bytes[0] >> 4 != PublishAcknowledgement) return false;
        var place = _body;
        id = ReadNumber(ref place);
        return place == Bytes.Length || Bytes[place] < 0x80;
    }

    private ushort ReadNumber(ref int place)
    {
        var number = BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan(place));
        place += 2;
        return number;
    }

    private static int ReadLength(byte[] bytes, ref int place)
    {
        for (int length = 0, shift = 0; ; shift += 7)
        {
            var part = bytes[place++];
            length |= (part & 0x7F) << shift;
            if (part < 0x80) return length;
        }
    }
}
