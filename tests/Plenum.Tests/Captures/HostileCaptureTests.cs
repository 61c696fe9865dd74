using Plenum.Captures;
using static Plenum.Tests.Captures.CaptureBytes;

namespace Plenum.Tests.Captures;

/// <summary>Captures with octets changed, left out and put in: each is read to its end, or refused with words; none throws anything else, takes memory out of proportion or goes on for ever.</summary>
public sealed class HostileCaptureTests
{
    /// <summary>One buffer for the longest block that a damaged length can claim, and what came before it grew.</summary>
    private const int MostBytes = 3 * 8 * CaptureStream.LongestPacket;

    private const int Runs = 4000;

    private static readonly byte[][] Valid =
    [
        Pcap(101, false, false, Udp(IAm), Udp(IAm, fragmentTo: 16), Udp(IAm, fragmentFrom: 16)),
        Pcap(1, true, true, [.. new byte[12], 8, 0, .. Udp(IAm)], [.. new byte[12], 0x81, 0, 0, 5, 8, 0, .. Udp(IAm)]),
        [.. Section(false), .. Interface(101, false), .. Packet(0, 1_700_000_000_123_456, false, Udp(IAm)), .. Packet(0, 1_700_000_001_123_456, false, Udp(IAm))],
        [.. Section(true), .. Interface(101, true), .. Packet(0, 1_700_000_000_123_456, true, Udp(IAm))],
    ];

    private static readonly byte[] Telling = [0, 1, 4, 0x7F, 0x80, 0xFF];

    [Theory, InlineData(0), InlineData(1), InlineData(2), InlineData(3)]
    public void A_damaged_capture_is_read_or_refused(int which)
    {
        var random = new Random(which);
        var (read, refused) = (0, 0);
        for (var run = 0; run < Runs; run++)
        {
            var capture = Damage(Valid[which], random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            if (IsRead(capture)) read++;
            else refused++;
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(allocated < MostBytes, $"{capture.Length} octets made it allocate {allocated} bytes: {Convert.ToHexString(capture)}");
        }
        Assert.True(read > 0 && refused > 0, $"{read} were read and {refused} refused: that is no test");
    }

    private static bool IsRead(byte[] capture)
    {
        try
        {
            using var source = new MemoryStream(capture);
            var reader = CaptureReader.Open(source, "capture");
            var decoder = new FrameDecoder();
            for (var packets = 0; reader.TryNext(out var packet); packets++)
            {
                Assert.True(packets <= capture.Length, "more packets than octets");
                decoder.Decode(packet);
            }
            return true;
        }
        catch (CaptureException refusal)
        {
            Assert.StartsWith("capture", refusal.Message, StringComparison.Ordinal);
            return false;
        }
    }

    private static byte[] Damage(byte[] capture, Random random)
    {
        List<byte> damaged = [.. capture];
        for (var changes = random.Next(5); changes > 0; changes--)
        {
            var place = random.Next(damaged.Count);
            switch (random.Next(4))
            {
                case 0: damaged[place] = (byte)random.Next(256); break;
                case 1: damaged[place] = Telling[random.Next(Telling.Length)]; break;
                case 2: damaged.RemoveRange(place, random.Next(Math.Min(8, damaged.Count - place))); break;
                default: damaged.Insert(place, (byte)random.Next(256)); break;
            }
        }
        return [.. damaged];
    }
}
