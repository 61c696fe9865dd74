using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>A device of ours that implements all that there is, as plainly as can be.</summary>
internal sealed class WholeDevice(TimeProvider time) : ILocalDevice, IRangeSource, IListStore, IObjectStore, IFileStore, IAlarmSource, IManagedDevice, IClockDevice
{
    public static readonly ObjectId Self = new(ObjectType.Device, 1234), Class = new(ObjectType.NotificationClass, 1), File = new(ObjectType.File, 1);

    private LocalObjects? _objects;

    public uint Instance => 1234;
    public ushort VendorId => 260;
    public int MaxApdu { get; init; } = 1476;
    public Segmentation Segmentation => Segmentation.NoSegmentation;
    public bool ReadsMultiple => true;
    public bool TellsChanges => true;
    public ObjectId? NetworkPort => NetworkPortObject.PortId;
    public NetworkPortObject PortObject { get; } = new(1476, 24);
    public DeviceClock Clock { get; } = new(time);
    public CommunicationState Communication { get; } = new(time);
    public ElementStore<Destination> Recipients { get; } = new(2);
    public LogOfNumbers Log { get; } = new();
    public MemoryFile Memory { get; } = new();
    public List<ReinitializedState> Restarts { get; } = [];
    public List<EventStatus> Events { get; } = [];
    public List<AcknowledgeAlarmRequest> Acknowledgments { get; } = [];
    public IReadOnlyList<EventStatus> EventStatuses => Events;
    public LocalObjects Objects => _objects ??= new(MakeDevice(), PortObject, new ListObject(Recipients, Log));

    public ObjectId? Find(string objectName) => Objects.Find(objectName)?.Id;
    public IReadOnlyList<PropertyId>? Properties(ObjectId id) => Objects.Find(id)?.Properties;
    public PropertyResult Read(PropertyReference target) => Objects.Read(target);
    public BacnetError? Write(PropertyReference target, BacnetValue value, byte? priority) => Objects.Write(target, value);
    public BacnetError? TryGetItems(PropertyReference target, out ItemList items) => Objects.TryGetItems(target, out items);
    public ElementError? AddElements(PropertyReference target, BacnetValue elements) => Objects.ChangeList(target, elements, adds: true);
    public ElementError? RemoveElements(PropertyReference target, BacnetValue elements) => Objects.ChangeList(target, elements, adds: false);
    public IServedFile? FindFile(ObjectId id) => id == File ? Memory : null;
    public BacnetError? Authorize(string? password) => password == "open" ? null : Refusals.PasswordFailure;
    public void Synchronize(DateTime moment, bool isUtc) => Clock.Set(moment, isUtc);
    public BacnetError? Delete(ObjectId id) => id == Class ? new BacnetError(ErrorClass.Object, ErrorCode.ObjectDeletionNotPermitted) : Refusals.UnknownObject;

    public BacnetError? Reinitialize(ReinitializedState state)
    {
        Restarts.Add(state);
        return null;
    }

    public BacnetError? Acknowledge(AcknowledgeAlarmRequest request)
    {
        Acknowledgments.Add(request);
        return null;
    }

    public ElementError? Create(CreateObjectRequest request, out ObjectId id)
    {
        id = new(request.Type, request.Instance ?? 77);
        return request.Type == ObjectType.AnalogValue ? null : new(new(ErrorClass.Object, ErrorCode.DynamicCreationNotSupported), 0);
    }

    private DeviceObject MakeDevice() => new(this, new() { Name = "whole", Model = "model", Version = "1" }, [PortObject.Id, Class], Clock);

    /// <summary>An object with a list, a log, a writable number and an array.</summary>
    private sealed class ListObject(ElementStore<Destination> recipients, LogOfNumbers log) : LocalObject<ListObject>(Class, "lists", Table)
    {
        private static readonly LocalProperty<ListObject>[] Table =
        [
            Properties<ListObject>.Array(PropertyId.Priority, _ => 3, (_, index) => BacnetValue.Unsigned((ulong)index)),
            Properties<ListObject>.One(PropertyId.HighLimit, self => BacnetValue.Real(self._limit), (self, value) => self.SetLimit(value)),
            Properties<ListObject>.List(PropertyId.RecipientList, self => self._recipients),
            new(PropertyId.LogBuffer, _ => BacnetValue.Null) { Items = self => self._log, IsOnlyReadInParts = true },
        ];

        private readonly ElementStore<Destination> _recipients = recipients;
        private readonly LogOfNumbers _log = log;
        private float _limit = 1;

        private BacnetError? SetLimit(BacnetValue value)
        {
            if (value.Kind != BacnetKind.Real) return Refusals.InvalidDataType;
            if (value.AsReal > 100) return Refusals.ValueOutOfRange;
            _limit = value.AsReal;
            return null;
        }
    }
}

/// <summary>A log of ten records: their values are 0 to 9, a minute apart, numbered from <see cref="First"/> on.</summary>
internal sealed class LogOfNumbers() : ItemList([])
{
    public static readonly DateTime Start = new(2026, 11, 22, 8, 0, 0);

    public uint First { get; set; } = 101;
    public int Records { get; set; } = 10;
    public override int Count => Records;
    public override uint? FirstNumber => First;
    public override bool HasTimes => true;
    public override BacnetDateTime TimeAt(int index) => BacnetDateTime.From(Start.AddMinutes(index));
    public override BacnetValue ItemAt(int index) => BacnetValue.Unsigned((ulong)index);
}

/// <summary>A file of ten octets at first, with room for sixteen.</summary>
internal sealed class MemoryFile : IServedFile
{
    public List<byte> Octets { get; } = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
    public int Length => Octets.Count;
    public bool IsReadOnly { get; set; }
    public byte[] Read(int start, uint count) => [.. Octets.Skip(start).Take((int)Math.Min(count, int.MaxValue))];

    public bool TryWrite(int start, ReadOnlySpan<byte> octets)
    {
        if (start + octets.Length > 16) return false;
        for (var i = 0; i < octets.Length; i++)
        {
            if (start + i < Octets.Count) Octets[start + i] = octets[i];
            else Octets.Add(octets[i]);
        }
        return true;
    }
}
