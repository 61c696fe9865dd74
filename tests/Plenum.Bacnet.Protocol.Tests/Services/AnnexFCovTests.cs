using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The examples of clause F.1 about changes of value, octet for octet in both directions.</summary>
public sealed class AnnexFCovTests
{
    private static readonly ObjectId Input = new(ObjectType.AnalogInput, 10), Device = new(ObjectType.Device, 4);

    private static readonly CovNotificationRequest Notification = new(18, Device, Input, 0,
    [
        new(PropertyId.PresentValue, null, BacnetValue.Real(65)),
        new(PropertyId.StatusFlags, null, BacnetValue.BitString(new(0, 4))),
    ]);

    [Fact]
    public void Annex_F_1_2_ConfirmedCOVNotification()
    {
        CovWire.BothWays(Wire.ServiceOf("00 02 0F 01  09 12 1C 02000004 2C 0000000A 39 00 4E 09 55 2E 44 42820000 2F 09 6F 2E 82 04 00 2F 4F",
            Request(ConfirmedService.ConfirmedCovNotification)), Notification);
        Assert.Equal("", Wire.ServiceOf("20 0F 01", Ack(ConfirmedService.ConfirmedCovNotification)));
    }

    [Fact]
    public void Annex_F_1_3_UnconfirmedCOVNotification() =>
        CovWire.BothWays(Wire.ServiceOf("10 02  09 12 1C 02000004 2C 0000000A 39 00 4E 09 55 2E 44 42820000 2F 09 6F 2E 82 04 00 2F 4F",
            new() { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.UnconfirmedCovNotification }), Notification);

    [Fact]
    public void Annex_F_1_10_SubscribeCOV()
    {
        SubscribeCovRequest request = new(18, Input, Confirmed: true, Lifetime: 0);

        Wire.BothWays("00 02 0F 05  09 12 1C 0000000A 29 01 39 00", Request(ConfirmedService.SubscribeCov), request, request.Encode, SubscribeCovRequest.TryDecode);
        Assert.Equal("", Wire.ServiceOf("20 0F 05", Ack(ConfirmedService.SubscribeCov)));
    }

    [Fact]
    public void Annex_F_1_11_SubscribeCOVProperty()
    {
        SubscribeCovPropertyRequest request = new(18, new(Input, PropertyId.PresentValue), Confirmed: true, Lifetime: 60, Increment: 1);

        Wire.BothWays("00 02 0F 1C  09 12 1C 0000000A 29 01 39 3C 4E 09 55 4F 5C 3F800000", Request(ConfirmedService.SubscribeCovProperty), request,
            request.Encode, SubscribeCovPropertyRequest.TryDecode);
        Assert.Equal("", Wire.ServiceOf("20 0F 1C", Ack(ConfirmedService.SubscribeCovProperty)));
    }

    [Fact]
    public void Annex_F_1_12_SubscribeCOVPropertyMultiple()
    {
        ObjectId output = new(ObjectType.AnalogOutput, 8);
        CovWire.BothWays(Wire.ServiceOf("00 02 0F 1E  09 12 19 01 29 3C 39 05 4E 0C 0000000A 1E 0E 09 55 0F 1C 3F800000 29 01 0E 09 67 0F 29 00 1F 0C 00400008 1E 0E 09 55 0F 1C 3F800000 29 01 1F 4F",
            Request(ConfirmedService.SubscribeCovPropertyMultiple)), new SubscribeCovPropertyMultipleRequest(18, true, 60, 5,
            [
                new(new(Input, PropertyId.PresentValue), 1, true),
                new(new(Input, PropertyId.Reliability), null, false),
                new(new(output, PropertyId.PresentValue), 1, true),
            ]));
        Assert.Equal("", Wire.ServiceOf("20 0F 1E", Ack(ConfirmedService.SubscribeCovPropertyMultiple)));
    }

    [Fact] // the printed octets contradict their own explanation in three places: these are what the production of clause 21 gives for the values explained
    public void Annex_F_1_13_ConfirmedCOVNotificationMultiple()
    {
        CovWire.BothWays(
            Wire.ServiceOf("00 02 0F 1F  09 12 1C 02000004 29 23 3E A4 71060301 B4 0317352F 3F 4E 0C 0000000A 1E 09 55 2E 44 42820000 2F 3C 03173400 1F 0C 00400005 1E 09 55 2E 44 42A03333 2F 1F 4F",
                Request(ConfirmedService.ConfirmedCovNotificationMultiple)),
            new CovNotificationMultipleRequest(18, Device, 35, new(new(113, 6, 3, 1), new(3, 23, 53, 47)),
            [
                new(new(Input, PropertyId.PresentValue), BacnetValue.Real(65), new(3, 23, 52, 0)),
                new(new(new(ObjectType.AnalogOutput, 5), PropertyId.PresentValue), BacnetValue.Real(80.1f)),
            ]));
        Assert.Equal("", Wire.ServiceOf("20 0F 1F", Ack(ConfirmedService.ConfirmedCovNotificationMultiple)));
    }

    [Fact]
    public void Annex_F_1_14_UnconfirmedCOVNotificationMultiple() =>
        CovWire.BothWays(Wire.ServiceOf("10 0B  09 12 1C 02000004 29 1B 4E 0C 0000000A 1E 09 55 2E 44 42820000 2F 1F 4F",
            new() { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.UnconfirmedCovNotificationMultiple }),
            new CovNotificationMultipleRequest(18, Device, 27, null, [new(new(Input, PropertyId.PresentValue), BacnetValue.Real(65))]));

    private static ApduHeader Request(ConfirmedService service) =>
        new() { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(206), InvokeId = 15, Service = (byte)service };

    private static ApduHeader Ack(ConfirmedService service) => new() { Type = PduType.SimpleAck, InvokeId = 15, Service = (byte)service };
}
