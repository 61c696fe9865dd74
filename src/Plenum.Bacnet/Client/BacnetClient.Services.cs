using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    /// <summary>Writes several properties of several objects in one request. The device stops at the first write that fails; those before it are written.</summary>
    /// <returns>Null when all were written, else why the first that failed did.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered: none, some or all may have been written.</exception>
    public async ValueTask<WriteFailure?> WriteManyAsync(Device device, IEnumerable<WriteAccessSpecification> specifications, CancellationToken cancel = default)
    {
        var exchange = new WriteMultipleExchange(new([.. specifications]));
        var reply = await AskAsync(exchange, device, exchange.Service, cancel).ConfigureAwait(false);
        return reply.IsAnswered ? null : new WriteFailure(reply.Error, exchange.FirstFailed);
    }

    /// <summary>Reads items of a list or a log, such as the records of a Trend Log's Log_Buffer.</summary>
    /// <returns>The items that the device had room for, or its refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<Answer<ReadRangeAck>> ReadRangeAsync(Device device, ReadRangeRequest request, CancellationToken cancel = default) =>
        AskAsync<ReadRangeAck>(device, ConfirmedService.ReadRange, request.Encode, ReadRangeAck.TryDecode, ack => request.Target.IsAnsweredBy(ack.Target), cancel);

    /// <summary>Sends a request that is acknowledged without content.</summary>
    /// <returns>Null when the device did it, else its refusal.</returns>
    private async ValueTask<BacnetError?> AskAsync(Device device, ConfirmedService service, EncodeService encode, CancellationToken cancel)
    {
        var reply = await AskAsync(new PlainExchange(service, encode), device, service, cancel).ConfigureAwait(false);
        return reply.IsAnswered ? null : reply.Error;
    }

    /// <summary>Sends a request that is acknowledged with content.</summary>
    private async ValueTask<Answer<TAck>> AskAsync<TAck>(
        Device device, ConfirmedService service, EncodeService encode, TryDecodeService<TAck> decode, Func<TAck, bool>? answers, CancellationToken cancel)
    {
        var exchange = new ServiceExchange<TAck>(service, encode, decode, answers);
        var reply = await AskAsync(exchange, device, service, cancel).ConfigureAwait(false);
        return reply.IsAnswered ? new(exchange.Ack!) : new(reply.Error);
    }

    /// <summary>Sends an unconfirmed request to one address, or to everyone.</summary>
    /// <returns>Whether it was sent: what does not fit an APDU, or what the system refuses, is not.</returns>
    private bool Tell(UnconfirmedService service, EncodeService encode, DeviceAddress? to)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var size = new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)service }.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        encode(ref writer);
        if (writer.Overflowed) return false;
        apdu = apdu[..(size + writer.Length)];
        return to is { } address ? _port.TrySendApdu(apdu, address, expectsReply: false) : _port.TryBroadcastApdu(apdu, NetworkAddress.GlobalBroadcast);
    }
}
