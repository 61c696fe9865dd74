using Plenum.Bacnet.Protocol.Types;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Server;

/// <summary>Which properties the tables of clause 12 require (conformance codes R and W) of each type of object that our devices have: what REQUIRED stands for in a
/// ReadPropertyMultiple. Whatever else an object has is OPTIONAL, also what is required only under a condition.</summary>
internal static class RequiredProperties
{
    private static readonly P[] Identity = [P.ObjectIdentifier, P.ObjectName, P.ObjectType, P.PropertyList];
    private static readonly P[] State = [P.PresentValue, P.StatusFlags, P.EventState, P.OutOfService];
    private static readonly P[] Commands = [P.PriorityArray, P.RelinquishDefault, P.CurrentCommandPriority];
    private static readonly P[] Analog = [.. State, P.Units], AnalogOutput = [.. Analog, .. Commands];
    private static readonly P[] BinaryInput = [.. State, P.Polarity], BinaryOutput = [.. BinaryInput, .. Commands];
    private static readonly P[] MultiState = [.. State, P.NumberOfStates], MultiStateOutput = [.. MultiState, .. Commands];
    private static readonly P[] Calendar = [P.PresentValue, P.DateList];
    private static readonly P[] File = [P.FileType, P.FileSize, P.ModificationDate, P.Archive, P.ReadOnly, P.FileAccessMethod];
    private static readonly P[] NotificationClass = [P.NotificationClass, P.Priority, P.AckRequired, P.RecipientList];
    private static readonly P[] Schedule =
        [P.PresentValue, P.EffectivePeriod, P.ScheduleDefault, P.ListOfObjectPropertyReferences, P.PriorityForWriting, P.StatusFlags, P.Reliability, P.OutOfService];

    private static readonly P[] TrendLog =
        [P.Enable, P.StopWhenFull, P.BufferSize, P.LogBuffer, P.RecordCount, P.TotalRecordCount, P.LoggingType, P.StatusFlags, P.EventState];

    private static readonly P[] Device =
    [
        P.SystemStatus, P.VendorName, P.VendorIdentifier, P.ModelName, P.FirmwareRevision, P.ApplicationSoftwareVersion, P.ProtocolVersion, P.ProtocolRevision,
        P.ProtocolServicesSupported, P.ProtocolObjectTypesSupported, P.ObjectList, P.MaxApduLengthAccepted, P.SegmentationSupported, P.ApduTimeout,
        P.NumberOfApduRetries, P.DeviceAddressBinding, P.DatabaseRevision,
    ];

    private static readonly P[] NetworkPort =
    [
        P.StatusFlags, P.Reliability, P.OutOfService, P.NetworkType, P.ProtocolLevel, P.NetworkNumber, P.NetworkNumberQuality, P.ChangesPending, P.ApduLength, P.LinkSpeed,
    ];

    /// <summary>Whether a property is required of objects of a type.</summary>
    public static bool Requires(this ObjectType type, P property) => Identity.AsSpan().Contains(property) || Of(type).AsSpan().Contains(property);

    private static P[] Of(ObjectType type) => type switch
    {
        ObjectType.AnalogInput or ObjectType.AnalogValue => Analog,
        ObjectType.AnalogOutput => AnalogOutput,
        ObjectType.BinaryInput => BinaryInput,
        ObjectType.BinaryOutput => BinaryOutput,
        ObjectType.BinaryValue => State,
        ObjectType.MultiStateInput or ObjectType.MultiStateValue => MultiState,
        ObjectType.MultiStateOutput => MultiStateOutput,
        ObjectType.Device => Device,
        ObjectType.NetworkPort => NetworkPort,
        ObjectType.TrendLog => TrendLog,
        ObjectType.NotificationClass => NotificationClass,
        ObjectType.Schedule => Schedule,
        ObjectType.Calendar => Calendar,
        ObjectType.File => File,
        _ => [],
    };
}
