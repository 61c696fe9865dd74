using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Server.Objects.Properties<Plenum.Bacnet.Server.Objects.DeviceObject>;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>The Device object (clause 12.11) of a device of protocol revision 19, which is ASHRAE 135-2016.</summary>
public sealed class DeviceObject : LocalObject<DeviceObject>
{
    /// <summary>Protocol_Revision.</summary>
    public const int Revision = 19;

    private const int Version = 1, ServicesOfRevision = (int)ServicesSupported.UnconfirmedCovNotificationMultiple + 1, TypesOfRevision = (int)ObjectType.Lift + 1;
    private const int ApduTimeoutMs = 3000, Retries = 3, MostRestartRecipients = 10;

    private static readonly SegmentPolicy Segments = new();

    private static readonly LocalProperty<DeviceObject>[] Table =
    [
        One(P.SystemStatus, _ => BacnetValue.Enumerated((uint)DeviceStatus.Operational)),
        One(P.VendorName, self => BacnetValue.CharacterString(self._identity.Vendor)),
        One(P.VendorIdentifier, self => BacnetValue.Unsigned(self._device.VendorId)),
        One(P.ModelName, self => BacnetValue.CharacterString(self._identity.Model)),
        One(P.FirmwareRevision, self => BacnetValue.CharacterString(self._identity.Version)),
        One(P.ApplicationSoftwareVersion, self => BacnetValue.CharacterString(self._identity.Version)),
        Text(P.Description, self => self._identity.Description),
        Text(P.Location, self => self._identity.Location),
        Text(P.SerialNumber, self => self._identity.SerialNumber),
        One(P.ProtocolVersion, _ => BacnetValue.Unsigned(Version)),
        One(P.ProtocolRevision, _ => BacnetValue.Unsigned(Revision)),
        One(P.ProtocolServicesSupported, self => BacnetValue.BitString(SupportedServices.ToBits(SupportedServices.Of(self._device, self._identity.ServicesBeside), ServicesOfRevision))),
        One(P.ProtocolObjectTypesSupported, self => BacnetValue.BitString(self.TypesSupported())),
        Array(P.ObjectList, self => self._list.Count, (self, index) => BacnetValue.Object(self._list[index])),
        One(P.MaxApduLengthAccepted, self => BacnetValue.Unsigned((ulong)self._device.MaxApdu)),
        One(P.SegmentationSupported, self => BacnetValue.Enumerated((uint)self._device.Segmentation)),
        One(P.MaxSegmentsAccepted, _ => BacnetValue.Unsigned((ulong)Segments.MostSegments)) with { When = self => self._device.Segmentation.Receives() },
        One(P.ApduSegmentTimeout, _ => BacnetValue.Unsigned((ulong)Segments.Timeout.TotalMilliseconds)) with { When = self => self._device.Segmentation != Segmentation.NoSegmentation },
        One(P.ApduTimeout, _ => BacnetValue.Unsigned(ApduTimeoutMs)),
        One(P.NumberOfApduRetries, _ => BacnetValue.Unsigned(Retries)),
        List(P.DeviceAddressBinding, self => [.. self.Bindings().Select(Protocol.Constructed.Typed.ToValue)]),
        One(P.DatabaseRevision, _ => BacnetValue.Unsigned(1)),   // which objects there are never changes
        One(P.LocalDate, self => BacnetValue.Date(self._clock.Now.Date)),
        One(P.LocalTime, self => BacnetValue.Time(self._clock.Now.Time)),
        One(P.UtcOffset, self => BacnetValue.Signed(self._clock.UtcOffset)),
        One(P.DaylightSavingsStatus, self => BacnetValue.Boolean(self._clock.IsDaylightSaving)),
        One(P.LastRestartReason, self => BacnetValue.Enumerated((uint)self._restart.Reason)),
        Properties<DeviceObject>.Typed(P.TimeOfDeviceRestart, self => self._restart.At),
        List(P.RestartNotificationRecipients, self => self.RestartRecipients),
        List(P.ActiveCovSubscriptions, self => self.Subscriptions()) with { When = self => self._device.TellsChanges },
    ];

    private readonly ILocalDevice _device;
    private readonly DeviceIdentity _identity;
    private readonly DeviceClock _clock;
    private readonly IReadOnlyList<ObjectId> _list;
    private volatile RestartNote _restart;

    /// <summary>The Device object of a device.</summary>
    /// <param name="device">The device, which says what it can do.</param>
    /// <param name="identity">What it is.</param>
    /// <param name="objects">Its other objects, in the order in which Object_List has them behind this one.</param>
    /// <param name="clock">Its clock.</param>
    public DeviceObject(ILocalDevice device, DeviceIdentity identity, IEnumerable<ObjectId> objects, DeviceClock clock)
        : base(new(ObjectType.Device, device.Instance), identity.Name, Table)
    {
        (_device, _identity, _clock) = (device, identity, clock);
        _list = [Id, .. objects];
        _restart = new(RestartReason.Unknown, new(clock.Now));
    }

    /// <summary>Who is told of a restart (clause 19.3).</summary>
    public ElementStore<Recipient> RestartRecipients { get; } = new(MostRestartRecipients);

    /// <summary>The devices whose addresses it knows; none by default.</summary>
    public Func<IEnumerable<AddressBinding>> Bindings { get; init; } = static () => [];

    /// <summary>Who is told of its changes, an element for each BACnetCOVSubscription; nobody by default.</summary>
    public Func<IReadOnlyList<BacnetValue>> Subscriptions { get; set; } = static () => [];

    /// <summary>It has restarted, just now.</summary>
    public void OnRestart(RestartReason reason) => _restart = new(reason, new(_clock.Now));

    private static LocalProperty<DeviceObject> Text(P id, Func<DeviceObject, string?> read) =>
        One(id, self => BacnetValue.CharacterString(read(self)!)) with { When = self => read(self) is not null };

    private BitString TypesSupported() => new(_list.Aggregate(0UL, (bits, id) => bits | (1UL << (int)id.Type)), TypesOfRevision);

    private sealed record RestartNote(RestartReason Reason, TimeStamp At);
}
