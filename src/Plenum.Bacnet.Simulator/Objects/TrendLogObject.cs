using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using static Plenum.Bacnet.Server.Objects.Properties<Plenum.Bacnet.Simulator.Objects.TrendLogObject>;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Simulator.Objects;

/// <summary>A Trend Log object (clause 12.25) over a number: a record each interval, the oldest of them overwritten.</summary>
internal sealed class TrendLogObject(uint number, PropertyReference logged, TimeSpan interval, int room) : LocalObject<TrendLogObject>(new(ObjectType.TrendLog, number), $"Trend {number}", Table)
{
    private static readonly LocalProperty<TrendLogObject>[] Table =
    [
        One(P.Description, self => BacnetValue.CharacterString($"What {self._logged} was")),
        One(P.Enable, self => BacnetValue.Boolean(self.IsEnabled), (self, value) => self.SetEnabled(value)),
        Typed(P.LogDeviceObjectProperty, self => new DeviceObjectPropertyReference(self._logged)),
        One(P.LogInterval, self => BacnetValue.Unsigned((ulong)(self._interval.TotalSeconds * 100))),
        One(P.LoggingType, _ => BacnetValue.Enumerated((uint)LoggingType.Polled)),
        One(P.StopWhenFull, _ => BacnetValue.Boolean(false)),
        One(P.BufferSize, self => BacnetValue.Unsigned((ulong)self._ring.Length)),
        new(P.LogBuffer, static _ => BacnetValue.Null) { Items = self => self.Snapshot(), IsOnlyReadInParts = true },
        One(P.RecordCount, self => BacnetValue.Unsigned((ulong)self.Snapshot().Count), (self, value) => self.Purge(value)),
        One(P.TotalRecordCount, self => BacnetValue.Unsigned(self.Snapshot().Total)),
        One(P.StatusFlags, _ => BacnetValue.BitString(new(0, 4))),
        One(P.EventState, _ => BacnetValue.Enumerated((uint)EventState.Normal)),
        One(P.Reliability, _ => BacnetValue.Enumerated((uint)Reliability.NoFaultDetected)),
    ];

    private readonly PropertyReference _logged = logged;
    private readonly TimeSpan _interval = interval;
    private readonly Lock _gate = new();
    private readonly (DateTime At, float Value, LogStatus? Event)[] _ring = new (DateTime, float, LogStatus?)[room];
    private DateTime? _next;
    private DateTime _now;
    private uint _total;
    private int _count;

    /// <summary>Whether it takes records.</summary>
    public bool IsEnabled { get; private set; } = true;

    /// <summary>What it logs.</summary>
    public PropertyReference Logged => _logged;

    /// <summary>Takes a record when one is due.</summary>
    public void Look(float value, DateTime now)
    {
        lock (_gate)
        {
            _now = now;
            if (!IsEnabled || now < _next) return;
            _next = now + _interval;
            Add(value, null);
        }
    }

    private LogSnapshot Snapshot()
    {
        lock (_gate)
        {
            var oldest = (int)((_total - (uint)_count) % (uint)_ring.Length);
            return new([.. Enumerable.Range(0, _count).Select(index => _ring[(oldest + index) % _ring.Length])], _total);
        }
    }

    private BacnetError? SetEnabled(BacnetValue value)
    {
        if (value.Kind != BacnetKind.Boolean) return Refusals.InvalidDataType;
        lock (_gate)
        {
            if (IsEnabled == value.AsBoolean) return null;
            IsEnabled = value.AsBoolean;
            Add(0, IsEnabled ? LogStatus.None : LogStatus.LogDisabled);
        }
        return null;
    }

    /// <summary>Record_Count takes 0 and nothing else: then the buffer is empty but for the record that says so.</summary>
    private BacnetError? Purge(BacnetValue value)
    {
        if (value.Kind != BacnetKind.Unsigned) return Refusals.InvalidDataType;
        if (value.AsUnsigned != 0) return Refusals.ValueOutOfRange;
        lock (_gate)
        {
            _count = 0;
            Add(0, LogStatus.BufferPurged);
        }
        return null;
    }

    private void Add(float value, LogStatus? status)
    {
        _ring[_total % (uint)_ring.Length] = (_now, value, status);
        _total++;
        _count = Math.Min(_count + 1, _ring.Length);
    }

    /// <summary>The buffer at one moment.</summary>
    private sealed class LogSnapshot((DateTime At, float Value, LogStatus? Event)[] records, uint total) : ItemList([])
    {
        public uint Total => total;

        public override int Count => records.Length;

        public override uint? FirstNumber => total - (uint)records.Length + 1;

        public override bool HasTimes => true;

        public override BacnetDateTime TimeAt(int index) => BacnetDateTime.From(records[index].At);

        public override BacnetValue ItemAt(int index) => Protocol.Constructed.Typed.ToValue(
            new LogRecord(TimeAt(index), records[index].Event is { } happened ? LogDatum.Of(happened) : new LogDatum(BacnetValue.Real(records[index].Value)), StatusFlags.None));
    }
}
