using CsCheck;
using Plenum.Bacnet.Protocol.Messages;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Tests.Services;

namespace Plenum.Bacnet.Protocol.Tests.Messages;

/// <summary>Whatever was captured, it is described or its failure is: nothing is thrown, and every failure has a place inside the message.</summary>
public sealed class HostileMessagesTests
{
    private static readonly byte[][] Valid = [.. Decoders.Messages.Select(row => Octets.Of(row.Data.Item2))];

    [Fact] // the table is the list of all decoders
    public void Every_decoder_of_the_table_reads_or_refuses_pieces_of_real_messages()
    {
        Assert.True(MessageTable.Readers.Count > 70, $"{MessageTable.Readers.Count} readers");
        PCG random = new(stream: 21, seed: 2026);
        for (var run = 0; run < Effort.Runs(3000); run++)
        {
            var octets = Pieces.Generate(random, null, out _);
            foreach (var (name, describe) in MessageTable.Readers)
            {
                var fields = new MessageFields();
                var read = describe(octets, fields, out var error);
                Assert.True(read == (error == DecodeError.None), $"{name} says {read} and {error} of {Convert.ToHexString(octets)}");
            }
        }
    }

    [Fact]
    public void Every_APDU_type_and_service_with_any_content_becomes_a_line()
    {
        PCG random = new(stream: 22, seed: 2026);
        for (var head = 0; head < 256; head++)
        {
            for (var service = 0; service < 40; service++)
            {
                byte[] apdu = [(byte)head, 0x04, 0x01, (byte)service, .. Pieces.Generate(random, null, out _)];
                byte[] unconfirmed = [(byte)head, (byte)service, .. Pieces.Generate(random, null, out _)];
                IsDescribed(apdu, MessageReader.ReadApdu(apdu));
                IsDescribed(unconfirmed, MessageReader.ReadApdu(unconfirmed));
            }
        }
    }

    [Fact]
    public void Any_datagram_becomes_a_line()
    {
        PCG random = new(stream: 23, seed: 2026);
        for (var run = 0; run < Effort.Runs(20_000); run++)
        {
            var rest = Gen.Byte.Array[0, 60].Generate(random, null, out _);
            byte[] datagram = [0x81, (byte)(run % 16), 0, (byte)(rest.Length + 6), 1, (byte)(run / 16), .. rest];
            IsDescribed(datagram, MessageReader.ReadDatagram(datagram));
        }
    }

    [Fact] // where beginnings are not tried one by one any more
    public void The_place_of_a_mistake_is_found_in_a_long_message_too()
    {
        byte[] message = [.. Octets.Of("30 01 0C 0C 00000005 19 57 3E"), .. Enumerable.Repeat((byte)0, 5000), 0xD0, .. Enumerable.Repeat((byte)0, 5000), 0x3F];

        Assert.Equal(11 + 5000, MessageReader.ReadApdu(message).Failure?.Offset);
    }

    private static Gen<byte[]> Pieces { get; } =
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Int[0, 60], Gen.Int[0, 60], (index, from, to) => Piece(Valid[index], from, to)).Array[0, 5].Select(pieces => pieces.SelectMany(piece => piece).ToArray());

    private static byte[] Piece(byte[] message, int from, int to) => message[Math.Min(Math.Min(from, to), message.Length)..Math.Min(Math.Max(from, to), message.Length)];

    private static void IsDescribed(byte[] octets, BacnetMessage message)
    {
        var line = MessageText.Of(message);
        Assert.True(line.Length > 0 && !line.Any(char.IsControl), $"{Convert.ToHexString(octets)} gives \"{line}\"");
        if (message.Failure is { } failure) Assert.InRange(failure.Offset, 0, octets.Length);
    }
}
