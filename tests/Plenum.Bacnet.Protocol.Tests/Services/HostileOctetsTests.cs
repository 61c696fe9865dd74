using CsCheck;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Whatever comes from a network, reading ends with a value or with an error value: no exception, no endless loop.</summary>
public sealed class HostileOctetsTests
{
    private static readonly byte[][] Valid = [.. Decoders.Messages.Select(row => Octets.Of(row.Data.Item2))];

    [Theory]
    [MemberData(nameof(Decoders.Messages), MemberType = typeof(Decoders))]
    public void A_message_that_ends_early_is_truncated_wherever_it_ends(string decoder, string hex, int[] validBeginnings)
    {
        var message = Octets.Of(hex);
        Assert.Equal((true, DecodeError.None), (Decoders.All[decoder](message, out var none), none));
        for (var length = 0; length < message.Length; length++)
        {
            var valid = Decoders.All[decoder](message.AsSpan(..length), out var error);
            var expected = validBeginnings.Contains(length) ? DecodeError.None
                : decoder == "datagram" && length >= 4 ? DecodeError.WrongDatagramLength
                : DecodeError.Truncated;
            Assert.Equal((length, expected, expected == DecodeError.None), (length, error, valid));
        }
    }

    [Theory]
    [MemberData(nameof(Decoders.Messages), MemberType = typeof(Decoders))]
    public void An_octet_too_many_is_an_error(string decoder, string hex, int[] _)
    {
        byte[] message = [.. Octets.Of(hex), 0xFF];
        var passedOver = decoder == "error" && hex.StartsWith("0E", StringComparison.Ordinal);

        Assert.Equal(passedOver, Decoders.All[decoder](message, out var error));
        Assert.NotEqual(passedOver, error != DecodeError.None);
    }

    [Theory]
    [MemberData(nameof(Decoders.Messages), MemberType = typeof(Decoders))]
    public void A_message_with_any_one_bit_turned_over_is_read_or_refused(string decoder, string hex, int[] _)
    {
        for (var bit = 0; bit < Octets.Of(hex).Length * 8; bit++)
        {
            var message = Octets.Of(hex);
            message[bit / 8] ^= (byte)(1 << (bit % 8));
            IsReadOrRefused(decoder, message);
        }
    }

    [Theory]
    [MemberData(nameof(Decoders.Messages), MemberType = typeof(Decoders))]
    public void A_message_with_any_one_octet_replaced_is_read_or_refused(string decoder, string hex, int[] _)
    {
        var original = Octets.Of(hex);
        for (var place = 0; place < original.Length; place++)
        {
            for (var octet = 0; octet <= 255; octet += Effort.Stride)
            {
                byte[] message = [.. original];
                message[place] = (byte)octet;
                IsReadOrRefused(decoder, message);
            }
        }
    }

    [Fact]
    public void Random_octets_are_read_or_refused() => EveryDecoder(Gen.Byte.Array[0, 1500], runs: 1500);

    [Fact] // octets that occur in messages go deeper than random ones
    public void Random_octets_of_real_messages_are_read_or_refused() =>
        EveryDecoder(OneOf([.. Valid.SelectMany(message => message).Distinct()]).Array[0, 200], runs: 20_000);

    [Fact]
    public void Pieces_of_real_messages_in_any_order_are_read_or_refused() => EveryDecoder(
        Gen.Select(Gen.Int[0, Valid.Length - 1], Gen.Int[0, 60], Gen.Int[0, 60], (index, from, to) => Piece(Valid[index], from, to)).Array[1, 8].Select(pieces => pieces.SelectMany(piece => piece).ToArray()),
        runs: 20_000);

    [Fact] // a datagram whose own length is right, so that what is inside is reached
    public void Random_octets_in_a_datagram_are_read_or_refused() => EveryDecoder(
        Gen.Select(OneOf([0x04, 0x0A, 0x0B]), Gen.Byte[0, 0x2F], Gen.Byte.Array[2, 300], (function, control, rest) =>
            (byte[])[0x81, function, (byte)((rest.Length + 6) >> 8), (byte)(rest.Length + 6), 1, control, .. rest]),
        runs: 20_000);

    private static Gen<byte> OneOf(byte[] octets) => Gen.Int[0, octets.Length - 1].Select(place => octets[place]);

    private static byte[] Piece(byte[] message, int from, int to) =>
        message[Math.Min(Math.Min(from, to), message.Length)..Math.Min(Math.Max(from, to), message.Length)];

    /// <summary>The same octets in every run: a failure here is a failure everywhere.</summary>
    private static void EveryDecoder(Gen<byte[]> octets, int runs)
    {
        PCG random = new(stream: 20, seed: 2026);
        for (var run = 0; run < Effort.Runs(runs); run++)
        {
            var message = octets.Generate(random, null, out _);
            foreach (var decoder in Decoders.All.Keys) IsReadOrRefused(decoder, message);
        }
    }

    private static void IsReadOrRefused(string decoder, byte[] message)
    {
        bool read;
        DecodeError error;
        try
        {
            read = Decoders.All[decoder](message, out error);
        }
        catch (Exception thrown)
        {
            throw new InvalidOperationException($"{decoder} threw on {Convert.ToHexString(message)}", thrown);
        }
        Assert.True(read == (error == DecodeError.None), $"{decoder} says {read} and {error} of {Convert.ToHexString(message)}");
    }
}
