using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Types.ServicesSupported;

namespace Plenum.Bacnet.Server;

/// <summary>Which services a device of ours executes: it follows from what it implements beside <see cref="ILocalDevice"/>, here and nowhere else.</summary>
public static class SupportedServices
{
    /// <summary>The services, ascending.</summary>
    /// <param name="device">The device.</param>
    /// <param name="beside">What is executed beside it, by a client on the same port; nothing by default.</param>
    public static IReadOnlyList<ServicesSupported> Of(ILocalDevice device, params IEnumerable<ServicesSupported> beside) => [.. Executed(device).Concat(beside).Distinct().Order()];

    /// <summary>Protocol_Services_Supported (clause 12.11.16) of a device of a revision that knows so many services.</summary>
    internal static BitString ToBits(IEnumerable<ServicesSupported> services, int length) =>
        new(services.Aggregate(0UL, (bits, service) => bits | (1UL << (int)service)), length);

    private static IEnumerable<ServicesSupported> Executed(ILocalDevice device) =>
    [
        ReadProperty, WriteProperty, WhoIs, WhoHas,
        .. If(device.ReadsMultiple, ReadPropertyMultiple),
        .. If(device.WritesMultiple, WritePropertyMultiple),
        .. If(device.TellsChanges, SubscribeCov, SubscribeCovProperty),
        .. If(device is IRangeSource, ReadRange),
        .. If(device is IListStore, AddListElement, RemoveListElement),
        .. If(device is IObjectStore, CreateObject, DeleteObject),
        .. If(device is IFileStore, AtomicReadFile, AtomicWriteFile),
        .. If(device is IAlarmSource, AcknowledgeAlarm, GetAlarmSummary, GetEnrollmentSummary, GetEventInformation),
        .. If(device is IManagedDevice { IsManageable: true }, DeviceCommunicationControl, ReinitializeDevice),
        .. If(device is IClockDevice, TimeSynchronization, UtcTimeSynchronization),
    ];

    private static ServicesSupported[] If(bool holds, params ServicesSupported[] services) => holds ? services : [];
}
