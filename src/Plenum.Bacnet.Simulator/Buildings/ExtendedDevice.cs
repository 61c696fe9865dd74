using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using Plenum.Bacnet.Simulator.Objects;
using Plenum.Bacnet.Simulator.Signals;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>A simulated device that also logs its first point, has a schedule, its calendar and a file, and tells alarms of its first analog inputs.</summary>
internal sealed partial class ExtendedDevice(SimulatedDeviceOptions options, SignalClock clock, PointLayout layout) : SimulatedDevice(options, clock, layout), IListStore, IFileStore, IAlarmSource, IDisposable
{
    private const uint Number = 1;
    private const int RecordsInLog = 500;

    private static readonly TimeSpan BetweenRecords = TimeSpan.FromSeconds(10), BetweenLooks = TimeSpan.FromSeconds(1);

    private TrendLogObject? _log;
    private NotificationClassObject _alarms = null!;
    private FileObject _file = null!;
    private EventSender? _sender;
    private ITimer? _timer;

    /// <inheritdoc/>
    public ElementError? AddElements(PropertyReference target, BacnetValue elements) => ChangeList(target, elements, adds: true);

    /// <inheritdoc/>
    public ElementError? RemoveElements(PropertyReference target, BacnetValue elements) => ChangeList(target, elements, adds: false);

    /// <inheritdoc/>
    public IServedFile? FindFile(ObjectId id) => id == _file.Id ? _file : null;

    /// <inheritdoc/>
    internal override void Begin(BacnetPort port, TimeProvider time)
    {
        _sender = new(port, this, new(), time) { Communication = Communication };
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static self => ((ExtendedDevice)self!).Look(), this, BetweenLooks, BetweenLooks);
    }

    /// <summary>It tells and logs nothing more.</summary>
    public void Dispose()
    {
        _timer?.Dispose();
        _sender?.Dispose();
    }

    /// <inheritdoc/>
    private protected override uint AlarmsOf(ObjectId point) => point.Type == ObjectType.AnalogInput && point.Instance <= AlarmedPoints ? Number : 0;

    /// <inheritdoc/>
    private protected override IEnumerable<LocalObject> MakeObjects()
    {
        _alarms = new(Number);
        _file = new(Number, $"{Instance} is a simulated controller.\n", LocalTime);
        var holidays = new CalendarObject(Number, LocalTime);
        if (Array.Find(AllPoints, point => point.Id.Type == ObjectType.AnalogInput) is { } first)
            _log = new(Number, new(first.Id, PropertyId.PresentValue), BetweenRecords, RecordsInLog);
        return _log is null ? [_alarms, holidays, new ScheduleObject(Number, holidays, LocalTime), _file] : [_alarms, holidays, new ScheduleObject(Number, holidays, LocalTime), _file, _log];
    }

    private ElementError? ChangeList(PropertyReference target, BacnetValue elements, bool adds)
    {
        if (Objects.Find(target.Object) is not null) return Objects.ChangeList(target, elements, adds);
        if (Properties(target.Object) is not { } properties) return new(Refusals.UnknownObject, 0);
        return new(properties.Contains(target.Property) ? Refusals.PropertyIsNotAList : Refusals.UnknownProperty, 0);
    }
}
