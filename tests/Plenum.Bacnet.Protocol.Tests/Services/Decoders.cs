using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Everything that reads octets from a network, in one form, and a message for each.</summary>
internal static class Decoders
{
    public delegate bool Decoder(ReadOnlySpan<byte> octets, out DecodeError error);

    private static readonly Dictionary<string, Decoder> Basic = new()
    {
        ["who-is"] = (octets, out error) => WhoIsRequest.TryDecode(octets, out _, out error),
        ["i-am"] = (octets, out error) => IAmRequest.TryDecode(octets, out _, out error),
        ["who-has"] = (octets, out error) => WhoHasRequest.TryDecode(octets, out _, out error),
        ["i-have"] = (octets, out error) => IHaveRequest.TryDecode(octets, out _, out error),
        ["read-property"] = (octets, out error) => ReadPropertyRequest.TryDecode(octets, out _, out error),
        ["read-property-ack"] = (octets, out error) => ReadPropertyAck.TryDecode(octets, out _, out error),
        ["read-property-multiple"] = (octets, out error) => Wire.TryDecodeRequest(octets, out _, out error),
        ["read-property-multiple-ack"] = (octets, out error) => Wire.TryDecodeAck(octets, out _, out error),
        ["write-property"] = (octets, out error) => WritePropertyRequest.TryDecode(octets, out _, out error),
        ["subscribe-cov"] = (octets, out error) => SubscribeCovRequest.TryDecode(octets, out _, out error),
        ["subscribe-cov-property"] = (octets, out error) => SubscribeCovPropertyRequest.TryDecode(octets, out _, out error),
        ["subscribe-cov-property-multiple"] = (octets, out error) => SubscribeCovPropertyMultipleRequest.TryDecode(octets, out _, out error),
        ["subscribe-cov-property-multiple-error"] = (octets, out error) => SubscribeCovPropertyMultipleError.TryDecode(octets, out _, out error),
        ["cov-notification"] = (octets, out error) => CovNotificationRequest.TryDecode(octets, out _, out error),
        ["cov-notification-multiple"] = (octets, out error) => CovNotificationMultipleRequest.TryDecode(octets, out _, out error),
        ["error"] = (octets, out error) => ErrorReply.TryDecode(octets, out _, out error),
        ["acknowledge-alarm"] = (octets, out error) => AcknowledgeAlarmRequest.TryDecode(octets, out _, out error),
        ["event-notification"] = (octets, out error) => EventNotificationRequest.TryDecode(octets, out _, out error),
        ["get-alarm-summary-ack"] = (octets, out error) => GetAlarmSummaryAck.TryDecode(octets, out _, out error),
        ["get-enrollment-summary"] = (octets, out error) => GetEnrollmentSummaryRequest.TryDecode(octets, out _, out error),
        ["get-enrollment-summary-ack"] = (octets, out error) => GetEnrollmentSummaryAck.TryDecode(octets, out _, out error),
        ["get-event-information"] = (octets, out error) => GetEventInformationRequest.TryDecode(octets, out _, out error),
        ["get-event-information-ack"] = (octets, out error) => GetEventInformationAck.TryDecode(octets, out _, out error),
        ["life-safety-operation"] = (octets, out error) => LifeSafetyOperationRequest.TryDecode(octets, out _, out error),
        ["value"] = DecodeValue,
        ["apdu"] = (octets, out error) => ApduHeader.TryDecode(octets, out _, out _, out error),
        ["npdu"] = (octets, out error) => NpduHeader.TryDecode(octets, out _, out _, out error),
        ["bvlc"] = (octets, out error) => BvlcHeader.TryDecode(octets, out _, out _, out error),
        ["datagram"] = DecodeDatagram,
        ["who-is-router"] = (octets, out error) => WhoIsRouterToNetwork.TryDecode(octets, out _, out error),
        ["network-list"] = (octets, out error) => NetworkList.TryDecode(octets, out _, out error),
        ["i-could-be-router"] = (octets, out error) => ICouldBeRouterToNetwork.TryDecode(octets, out _, out error),
        ["reject-message-to-network"] = (octets, out error) => RejectMessageToNetwork.TryDecode(octets, out _, out error),
        ["routing-table"] = (octets, out error) => RoutingTable.TryDecode(octets, out _, out error),
        ["establish-connection"] = (octets, out error) => EstablishConnectionToNetwork.TryDecode(octets, out _, out error),
        ["disconnect-connection"] = (octets, out error) => DisconnectConnectionToNetwork.TryDecode(octets, out _, out error),
        ["network-number-is"] = (octets, out error) => NetworkNumberIs.TryDecode(octets, out _, out error),
        ["register-foreign-device"] = (octets, out error) => RegisterForeignDevice.TryDecode(octets, out _, out error),
        ["broadcast-distribution"] = (octets, out error) => BroadcastDistribution.TryDecode(octets, out _, out error),
        ["foreign-devices"] = (octets, out error) => ForeignDevices.TryDecode(octets, out _, out error),
        ["delete-foreign-device"] = (octets, out error) => DeleteForeignDevice.TryDecode(octets, out _, out error),
    };

    public static readonly IReadOnlyDictionary<string, Decoder> All = new Dictionary<string, Decoder>([.. Basic, .. ObjectServices.Decoders]);

    /// <summary>A valid message, what reads it, and the lengths at which its beginning alone is a valid message too.</summary>
    public static TheoryData<string, string, int[]> Messages => [.. BasicMessages, .. ObjectServices.Messages];

    private static TheoryData<string, string, int[]> BasicMessages => new()
    {
        { "who-is", "0A 03E8 1B 3FFFFF", [0] },
        { "i-am", "C4 023FFFFE 22 05C4 91 00 22 04D2", [] },
        { "who-has", "09 00 19 FF 2C 04C11170", [] },
        { "who-has", "3D 08 00 4772C3B6C39F65", [] },
        { "i-have", "C4 020001BB C4 00000001 75 09 00 4C6774436D643031", [] },
        { "read-property", "0C 023FFFFF 19 4C 2A 012C", [7] },
        { "read-property-ack", "0C 00400001 19 57 3E 00 44 41AC0000 00 11 32 FF7F 23 011170 55 08 405907C1EFF9F87F 91 03 64 010264C8 83 02 5540 3F", [] },
        { "read-property-ack", "0C 04400001 19 7B 2A 0101 3E 0E B4 08000000 44 41A80000 0F FE1F 39 07 FF1F 3F", [] },
        { "read-property-multiple", "0C 023FFFFF 1E 09 4C 09 4D 19 03 1F 0C 00800007 1E 09 55 09 6F 1F", [0, 13] },
        { "read-property-multiple-ack", "0C 0240C350 1E 29 51 4E 10 4F 29 57 39 02 5E 91 02 91 2A 5F 1F 0C 00400001 1E 29 EB 4E 21 01 21 02 4F 1F", [0, 5, 22, 27] },
        { "write-property", "0C 013FFFFE 19 57 29 10 3E 00 3F 49 10", [12] },
        { "subscribe-cov", "09 12 1C 0000000A 29 01 39 3C", [7, 9] },
        { "subscribe-cov-property", "09 12 1C 0000000A 29 01 39 3C 4E 09 55 19 02 4F 5C 3F800000", [17] },
        { "subscribe-cov-property-multiple", "09 12 19 01 29 3C 39 05 4E 0C 0000000A 1E 0E 09 55 0F 1C 3F800000 29 01 0E 09 6F 0F 29 00 1F 0C 01400002 1E 0E 09 57 19 10 0F 29 00 1F 4F", [] },
        { "subscribe-cov-property-multiple-error", "0E 91 05 91 2B 0F", [] },
        { "subscribe-cov-property-multiple-error", "1E 0C 0000000A 1E 09 55 1F 2E 91 02 91 2C 2F 1F", [] },
        { "cov-notification", "09 12 1C 02000004 2C 0000000A 39 00 4E 09 55 19 01 2E 44 42820000 2F 39 08 09 6F 2E 82 04 00 2F 4F", [] },
        { "cov-notification-multiple", "09 12 1C 02000004 29 1B 3E A4 72030101 B4 0C1E0000 3F 4E 0C 0000000A 1E 09 55 2E 44 42820000 2F 3C 0C1D3B00 1F 0C 01400002 1E 09 55 2E 91 01 2F 1F 4F", [] },
        { "error", "91 05 91 09", [] },
        { "error", "0E 91 02 91 25 0F", [] },
        { "acknowledge-alarm", "09 01 1C 00000002 29 03 3E 19 10 3F 4C 00 4D444C 5E 2E A4 5C0615FF B4 FFFFFFFF 2F 5F", [] },
        { "event-notification", "09 01 1C 02000004 2C 00000002 3E 0C FFFFFFFF 3F 49 04 59 64 69 05 7C 00 686F74 89 00 99 01 A9 00 B9 03 CE 5E 0C 42A03333 1A 0480 2C 3F800000 3C 42A00000 5F CF", [38] },
        { "event-notification", "09 01 1C 02000004 2C 00000002 3E 19 10 3F 49 04 59 64 69 13 89 00 99 01 A9 00 B9 01 CE FE 13 09 01 1A 0440 2E 09 55 2E 44 41AC0000 2F 2F FF 13 CF", [30] },
        { "event-notification", "09 01 1C 02000004 2C 00000002 3E 2E A4 FFFFFFFF B4 FFFFFFFF 2F 3F 49 04 59 64 69 05 89 02 B9 03", [] },
        { "get-alarm-summary-ack", "C4 00000002 91 03 82 0560 C4 00000003 91 04 82 05E0", [0, 10] },
        { "get-enrollment-summary", "09 00 1E 0E 0C 02000011 0F 19 09 1F 29 01 39 05 4E 09 06 19 0A 4F 59 04", [2, 13, 15, 17, 23] },
        { "get-enrollment-summary-ack", "C4 00000002 91 05 91 03 21 64 21 04 C4 02400006 91 01 91 00 21 32", [0, 11, 13] },
        { "get-event-information", "0C 00000002", [0] },
        { "get-event-information-ack", "0E 0C 00000002 19 03 2A 0560 3E 0C 0F230014 19 10 2E A4 7E0B1607 B4 08000000 2F 3F 49 00 5A 05E0 6E 21 0F 21 0F 21 14 6F 0F 19 01", [] },
        { "life-safety-operation", "09 12 1C 00 4D444C 29 04 3C 05400001", [9] },
        { "value", "0E A4 7E0901FF B4 0C1E0000 C4 02000001 2E 3E 4E 65 06 010203040506 4F 3F 2F 75 06 04 00410042FF 0F", [] },
        { "datagram", "81 0A 0011 01 04 02 03 3D 0C 0C 00000005 19 55", [] },
        { "datagram", "81 04 001E C0A80110 BAC1 01 08 0005 01 7F 10 00 C4 02000003 22 0400 91 03 21 63", [] },
        { "datagram", "81 0A 0025 01 08 1234 03 010203 30 01 0E 0C 00000010 1E 29 55 4E 44 4290999A 4F 29 67 4E 91 00 4F 1F", [] },
        { "who-is-router", "07D1", [0] },
        { "network-list", "07D1 07D2 0005", [0, 2, 4] },
        { "i-could-be-router", "07D1 05", [] },
        { "reject-message-to-network", "01 07D1", [] },
        { "routing-table", "02 07D1 01 00 07D2 02 03 010203", [0] },
        { "establish-connection", "07D1 3C", [] },
        { "disconnect-connection", "07D1", [] },
        { "network-number-is", "07D1 01", [] },
        { "register-foreign-device", "003C", [] },
        { "broadcast-distribution", "C0A80105 BAC0 FFFFFFFF C0A80205 BAC0 FFFFFF00", [0, 10] },
        { "foreign-devices", "C0A80105 BAC0 003C 0020", [0] },
        { "delete-foreign-device", "C0A80105 BAC0", [] },
    };

    private static bool DecodeValue(ReadOnlySpan<byte> octets, out DecodeError error)
    {
        TagReader reader = new(octets);
        reader.ReadValue();
        return reader.Finish(out error);
    }

    /// <summary>Takes a datagram apart and reads the service inside with the decoder for it, as a client or a server does.</summary>
    private static bool DecodeDatagram(ReadOnlySpan<byte> octets, out DecodeError error)
    {
        if (!BipFrame.TryDecode(octets, new DeviceAddress(0x0A000007, DeviceAddress.DefaultPort), out var frame, out error)) return false;
        var name = (frame.HasApdu, frame.Apdu.Type, frame.Apdu.Service) switch
        {
            (false, _, _) => null,
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.ReadProperty) => "read-property",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.ReadPropertyMultiple) => "read-property-multiple",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.WriteProperty) => "write-property",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.SubscribeCov) => "subscribe-cov",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.SubscribeCovProperty) => "subscribe-cov-property",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.SubscribeCovPropertyMultiple) => "subscribe-cov-property-multiple",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.ConfirmedCovNotification) => "cov-notification",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.ConfirmedCovNotificationMultiple) => "cov-notification-multiple",
            (_, PduType.UnconfirmedRequest, (byte)UnconfirmedService.UnconfirmedCovNotification) => "cov-notification",
            (_, PduType.UnconfirmedRequest, (byte)UnconfirmedService.UnconfirmedCovNotificationMultiple) => "cov-notification-multiple",
            (_, PduType.Error, (byte)ConfirmedService.SubscribeCovPropertyMultiple) => "subscribe-cov-property-multiple-error",
            (_, PduType.ComplexAck, (byte)ConfirmedService.ReadProperty) => "read-property-ack",
            (_, PduType.ComplexAck, (byte)ConfirmedService.ReadPropertyMultiple) => "read-property-multiple-ack",
            (_, PduType.UnconfirmedRequest, (byte)UnconfirmedService.WhoIs) => "who-is",
            (_, PduType.UnconfirmedRequest, (byte)UnconfirmedService.IAm) => "i-am",
            (_, PduType.UnconfirmedRequest, (byte)UnconfirmedService.WhoHas) => "who-has",
            (_, PduType.UnconfirmedRequest, (byte)UnconfirmedService.IHave) => "i-have",
            (_, PduType.ConfirmedRequest, (byte)ConfirmedService.ConfirmedEventNotification) => "event-notification",
            (_, PduType.UnconfirmedRequest, (byte)UnconfirmedService.UnconfirmedEventNotification) => "event-notification",
            (_, PduType.Error, _) => "error",
            _ => null,
        };
        return name is null || All[name](frame.Content, out error);
    }
}
