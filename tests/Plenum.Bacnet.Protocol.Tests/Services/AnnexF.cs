using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The headers of annex F's examples.</summary>
internal static class AnnexF
{
    public static ApduHeader Request(byte invokeId, ConfirmedService service, int octets = 206) =>
        new() { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(octets), InvokeId = invokeId, Service = (byte)service };

    public static ApduHeader Ack(byte invokeId, ConfirmedService service) =>
        new() { Type = PduType.ComplexAck, InvokeId = invokeId, Service = (byte)service };

    public static ApduHeader Error(byte invokeId, ConfirmedService service) =>
        new() { Type = PduType.Error, InvokeId = invokeId, Service = (byte)service };

    public static ApduHeader Unconfirmed(UnconfirmedService service) => new() { Type = PduType.UnconfirmedRequest, Service = (byte)service };

    /// <summary>Asserts a SimpleACK, which has no content.</summary>
    public static void IsSimpleAck(string hex, byte invokeId, ConfirmedService service) =>
        Assert.Equal("", Wire.ServiceOf(hex, new() { Type = PduType.SimpleAck, InvokeId = invokeId, Service = (byte)service }));
}
