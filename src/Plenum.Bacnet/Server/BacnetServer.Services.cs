using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server.Handlers;

namespace Plenum.Bacnet.Server;

/// <content>Which service is carried out by what. <see cref="SupportedServices"/> says the same of a device in one bit string.</content>
public sealed partial class BacnetServer
{
    private readonly PropertyReading _reading;
    private readonly PropertyWriting _writing;
    private readonly RangeReading? _ranges;
    private readonly ListChanging? _lists;
    private readonly ObjectMaking? _objects;
    private readonly Handlers.FileAccess? _files;
    private readonly Alarms? _alarms;
    private readonly Management? _management;

    /// <summary>One service, one handler: it reads the request's content, writes the octets of the acknowledgement, if there are any, and says how it ended. A Reject for every service that there is none for.</summary>
    private Outcome Handle(in ServedRequest request, ref TagWriter writer) => request.Service switch
    {
        ConfirmedService.ReadProperty => _reading.ReadProperty(in request, ref writer),
        ConfirmedService.ReadPropertyMultiple when _device.ReadsMultiple => _reading.ReadPropertyMultiple(in request, ref writer),
        ConfirmedService.ReadRange when _ranges is not null => _ranges.ReadRange(in request, ref writer),
        ConfirmedService.WriteProperty => _writing.WriteProperty(in request),
        ConfirmedService.WritePropertyMultiple when _device.WritesMultiple => _writing.WritePropertyMultiple(in request, ref writer),
        ConfirmedService.AddListElement when _lists is not null => _lists.AddListElement(in request, ref writer),
        ConfirmedService.RemoveListElement when _lists is not null => _lists.RemoveListElement(in request, ref writer),
        ConfirmedService.CreateObject when _objects is not null => _objects.CreateObject(in request, ref writer),
        ConfirmedService.DeleteObject when _objects is not null => _objects.DeleteObject(in request),
        ConfirmedService.AtomicReadFile when _files is not null => _files.AtomicReadFile(in request, ref writer),
        ConfirmedService.AtomicWriteFile when _files is not null => _files.AtomicWriteFile(in request, ref writer),
        ConfirmedService.SubscribeCov when Cov is not null => SubscribeCov(in request),
        ConfirmedService.SubscribeCovProperty when Cov is not null => SubscribeCovProperty(in request),
        _ => HandleManagement(in request, ref writer),
    };

    private Outcome HandleManagement(in ServedRequest request, ref TagWriter writer) => request.Service switch
    {
        ConfirmedService.AcknowledgeAlarm when _alarms is not null => _alarms.AcknowledgeAlarm(in request),
        ConfirmedService.GetAlarmSummary when _alarms is not null => _alarms.GetAlarmSummary(in request, ref writer),
        ConfirmedService.GetEnrollmentSummary when _alarms is not null => _alarms.GetEnrollmentSummary(in request, ref writer),
        ConfirmedService.GetEventInformation when _alarms is not null => _alarms.GetEventInformation(in request, ref writer),
        ConfirmedService.DeviceCommunicationControl when _management is not null => _management.DeviceCommunicationControl(in request),
        ConfirmedService.ReinitializeDevice when _management is not null => _management.ReinitializeDevice(in request),
        _ => Outcome.Reject(RejectReason.UnrecognizedService),
    };
}
