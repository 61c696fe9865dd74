using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>One input, output or value of a simulated device.</summary>
/// <remarks>An input follows its signal, or holds what was written to it while it is out of service. An output or value has its signal for
/// Relinquish_Default: it follows the signal until it is commanded, and again when the last command is relinquished.</remarks>
internal sealed partial class SimulatedPoint(PlannedPoint plan, Signal signal)
{
    private CommandPriorities? _commands;
    private BacnetValue _held;
    private bool _outOfService;
    private float _covIncrement = 1;

    public ObjectId Id => plan.Id;

    public PropertyId[] Properties => Alarm is null ? PointProperties.Of(plan.Id.Type) : PointProperties.OfAlarmed;

    private PointTemplate Template => plan.Template;

    /// <summary>The present value at a tick.</summary>
    public BacnetValue ValueAt(long tick)
    {
        if (Template.IsInput) return _outOfService ? _held : signal.At(tick);
        return _commands?.Active is { } priority ? _commands[priority] : signal.At(tick);
    }

    /// <summary>A property at a tick, or why there is none.</summary>
    public PropertyResult Read(PropertyId property, uint? index, long tick)
    {
        if (index is not null && property is not (PropertyId.PriorityArray or PropertyId.StateText or PropertyId.PropertyList or PropertyId.EventTimeStamps))
            return new(Properties.AsSpan().Contains(property) ? Refusals.PropertyIsNotAnArray : Refusals.UnknownProperty);
        return property switch
        {
            PropertyId.PresentValue => new(ValueAt(tick)),
            PropertyId.ObjectIdentifier => new(BacnetValue.Object(plan.Id)),
            PropertyId.ObjectName => new(BacnetValue.CharacterString(plan.Name)),
            PropertyId.ObjectType => new(BacnetValue.Enumerated((uint)plan.Id.Type)),
            PropertyId.Description => new(BacnetValue.CharacterString($"{plan.Name}, simulated")),
            PropertyId.StatusFlags => new(BacnetValue.BitString(new((ulong)Flags, 4))),
            PropertyId.EventState => new(BacnetValue.Enumerated((uint)(Alarm?.State ?? EventState.Normal))),
            PropertyId.Reliability => new(BacnetValue.Enumerated((uint)Reliability)),
            PropertyId.OutOfService => new(BacnetValue.Boolean(_outOfService)),
            PropertyId.PropertyList => PointProperties.ReadPropertyList(Properties, index),
            _ => ReadOfKind(property, index, tick),
        };
    }

    private PropertyResult ReadOfKind(PropertyId property, uint? index, long tick)
    {
        var kind = Template.Shape.Kind;
        return property switch
        {
            PropertyId.Units when kind == BacnetKind.Real => new(BacnetValue.Enumerated((uint)Template.Units)),
            PropertyId.CovIncrement when kind == BacnetKind.Real => new(BacnetValue.Real(_covIncrement)),
            PropertyId.InactiveText when kind == BacnetKind.Enumerated => new(BacnetValue.CharacterString(Template.States[0])),
            PropertyId.ActiveText when kind == BacnetKind.Enumerated => new(BacnetValue.CharacterString(Template.States[1])),
            PropertyId.Polarity when kind == BacnetKind.Enumerated && Id.Type != ObjectType.BinaryValue => new(BacnetValue.Enumerated(0)),   // normal
            PropertyId.NumberOfStates when kind == BacnetKind.Unsigned => new(BacnetValue.Unsigned(Template.Shape.States)),
            PropertyId.StateText when kind == BacnetKind.Unsigned =>
                ArrayProperty.Read(Template.States.Count, i => BacnetValue.CharacterString(Template.States[i]), index),
            PropertyId.RelinquishDefault when !Template.IsInput => new(signal.At(tick)),
            PropertyId.PriorityArray when !Template.IsInput => ArrayProperty.Read(CommandPriorities.Lowest, i => _commands?[i + 1] ?? BacnetValue.Null, index),
            PropertyId.CurrentCommandPriority when !Template.IsInput => new(_commands?.Active is { } priority ? BacnetValue.Unsigned((ulong)priority) : BacnetValue.Null),
            _ => Alarm is null ? new(Refusals.UnknownProperty) : ReadAlarm(Alarm, property, index),
        };
    }
}
