using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Services on the wire, in both directions.</summary>
internal static class Wire
{
    public delegate bool TryDecode<T>(ReadOnlySpan<byte> service, out T message, out DecodeError error);

    /// <summary>Asserts that a message is written as these octets and that they are read as the message.</summary>
    public static void BothWays<T>(string hex, T message, Octets.Write encode, TryDecode<T> decode)
    {
        Octets.AreEqual(hex, Octets.Written(encode));
        Assert.True(decode(Octets.Of(hex), out var read, out var error), error.ToString());
        Assert.Equal(message, read);
        Assert.Equal(DecodeError.None, error);
    }

    /// <summary>Asserts a whole APDU: its header here, its service as in the method above.</summary>
    public static void BothWays<T>(string hex, ApduHeader header, T message, Octets.Write encode, TryDecode<T> decode) =>
        BothWays(ServiceOf(hex, header), message, encode, decode);

    /// <summary>Asserts the header of an APDU both ways; returns its service's octets.</summary>
    public static string ServiceOf(string hex, ApduHeader header)
    {
        var apdu = Octets.Of(hex);
        var head = new byte[6];
        var size = header.Encode(head);
        Octets.AreEqual(Convert.ToHexString(apdu.AsSpan(..size)), head.AsSpan(..size));
        Assert.True(ApduHeader.TryDecode(apdu, out var read, out var service, out _));
        Assert.Equal(header, read);
        return Convert.ToHexString(service);
    }

    /// <summary>Asserts that octets cannot be read, and why.</summary>
    public static void Fails<T>(string hex, DecodeError expected, TryDecode<T> decode)
    {
        Assert.False(decode(Octets.Of(hex), out _, out var error));
        Assert.Equal(expected, error);
    }

    /// <summary>ReadPropertyMultiple-Request as a list, in the form of every other service.</summary>
    public static bool TryDecodeRequest(ReadOnlySpan<byte> service, out List<PropertyReference> targets, out DecodeError error)
    {
        ReadPropertyMultipleRequest request = new(service);
        targets = [];
        while (request.TryNext(out var target))
        {
            targets.Add(target);
            Assert.True(targets.Count <= service.Length, "a property takes at least an octet");
        }
        return request.Finish(out error);
    }

    /// <summary>ReadPropertyMultiple-ACK as a list, in the form of every other service.</summary>
    public static bool TryDecodeAck(ReadOnlySpan<byte> service, out List<(PropertyReference Target, PropertyResult Result)> results, out DecodeError error)
    {
        ReadPropertyMultipleAck ack = new(service);
        results = [];
        while (ack.TryNext(out var target, out var result))
        {
            results.Add((target, result));
            Assert.True(results.Count <= service.Length, "a result takes at least an octet");
        }
        return ack.Finish(out error);
    }

    /// <summary>Writes a ReadPropertyMultiple-ACK, neighbours of one object together.</summary>
    public static void WriteAck(ref TagWriter writer, IReadOnlyList<(PropertyReference Target, PropertyResult Result)> results)
    {
        for (var i = 0; i < results.Count; i++)
        {
            var id = results[i].Target.Object;
            if (i == 0 || results[i - 1].Target.Object != id) ReadPropertyMultipleAck.WriteObject(ref writer, id);
            ReadPropertyMultipleAck.WriteResult(ref writer, results[i].Target, results[i].Result);
            if (i == results.Count - 1 || results[i + 1].Target.Object != id) ReadPropertyMultipleAck.EndObject(ref writer);
        }
    }
}
