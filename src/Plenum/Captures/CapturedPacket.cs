namespace Plenum.Captures;

/// <summary>One packet of a capture as it lay on its link. The octets are valid until the next one is read.</summary>
/// <param name="Number">Its place in the capture, the first one 1, as Wireshark counts.</param>
/// <param name="Time">When it was captured, to 100 ns; the epoch where the capture does not tell.</param>
/// <param name="Link">What its octets begin with.</param>
/// <param name="Octets">What was captured of it.</param>
/// <param name="Length">How long it was on the link; more than the octets when the capture cut it.</param>
internal readonly record struct CapturedPacket(int Number, DateTimeOffset Time, LinkType Link, ReadOnlyMemory<byte> Octets, long Length);
