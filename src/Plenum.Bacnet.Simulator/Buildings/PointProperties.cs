using Plenum.Bacnet.Protocol.Types;
using Property = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>Which properties the points of each type have (clauses 12.2 to 12.4, 12.6 to 12.8, 12.18 to 12.20).</summary>
internal static class PointProperties
{
    private static readonly Property[] Common =
    [
        Property.ObjectIdentifier, Property.ObjectName, Property.ObjectType, Property.PresentValue, Property.Description, Property.StatusFlags,
        Property.EventState, Property.Reliability, Property.OutOfService,
    ];

    private static readonly Property[] Analog = [.. Common, Property.Units, Property.CovIncrement];
    private static readonly Property[] Binary = [.. Common, Property.InactiveText, Property.ActiveText];
    private static readonly Property[] MultiState = [.. Common, Property.NumberOfStates, Property.StateText];
    private static readonly Property[] Commands = [Property.PriorityArray, Property.RelinquishDefault, Property.CurrentCommandPriority];

    private static readonly Property[] AnalogInput = [.. Analog, Property.PropertyList];
    private static readonly Property[] BinaryInput = [.. Binary, Property.Polarity, Property.PropertyList];
    private static readonly Property[] MultiStateInput = [.. MultiState, Property.PropertyList];
    private static readonly Property[] CommandableAnalog = [.. Analog, .. Commands, Property.PropertyList];
    private static readonly Property[] BinaryOutput = [.. Binary, Property.Polarity, .. Commands, Property.PropertyList];
    private static readonly Property[] BinaryValue = [.. Binary, .. Commands, Property.PropertyList];
    private static readonly Property[] CommandableMultiState = [.. MultiState, .. Commands, Property.PropertyList];

    /// <summary>The properties of an analog input whose limits are watched.</summary>
    public static Property[] OfAlarmed { get; } =
    [
        .. Analog, Property.TimeDelay, Property.NotificationClass, Property.HighLimit, Property.LowLimit, Property.Deadband, Property.LimitEnable, Property.EventEnable,
        Property.AckedTransitions, Property.NotifyType, Property.EventTimeStamps, Property.EventDetectionEnable, Property.PropertyList,
    ];

    /// <summary>The properties of a type, Property_List itself at the end.</summary>
    public static Property[] Of(ObjectType type) => type switch
    {
        ObjectType.AnalogInput => AnalogInput,
        ObjectType.BinaryInput => BinaryInput,
        ObjectType.MultiStateInput => MultiStateInput,
        ObjectType.BinaryOutput => BinaryOutput,
        ObjectType.BinaryValue => BinaryValue,
        ObjectType.AnalogOutput or ObjectType.AnalogValue => CommandableAnalog,
        _ => CommandableMultiState,
    };

    /// <summary>Property_List (clause 12.1.1.4.1): every property but the identifying ones and itself.</summary>
    public static PropertyResult ReadPropertyList(Property[] properties, uint? index)
    {
        var listed = Array.FindAll(properties, static id => id is not (Property.ObjectIdentifier or Property.ObjectName or Property.ObjectType or Property.PropertyList));
        return ArrayProperty.Read(listed.Length, i => BacnetValue.Enumerated((uint)listed[i]), index);
    }
}
