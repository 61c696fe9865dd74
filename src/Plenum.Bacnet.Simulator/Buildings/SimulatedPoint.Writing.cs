using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;

namespace Plenum.Bacnet.Simulator.Buildings;

internal sealed partial class SimulatedPoint
{
    /// <summary>Takes a value for a property, or says why not.</summary>
    public BacnetError? Write(PropertyId property, uint? index, BacnetValue value, byte? priority, long tick)
    {
        if (!Properties.AsSpan().Contains(property)) return Refusals.UnknownProperty;
        switch (property)
        {
            case PropertyId.PresentValue or PropertyId.OutOfService or PropertyId.CovIncrement or PropertyId.HighLimit or PropertyId.LowLimit when index is not null: return Refusals.PropertyIsNotAnArray;
            case PropertyId.PresentValue: return Template.IsInput ? Hold(value) : Command(value, priority ?? CommandPriorities.Lowest);
            case PropertyId.OutOfService: return TakeOutOfService(value, tick);
            case PropertyId.CovIncrement: return SetCovIncrement(value);
            case PropertyId.HighLimit or PropertyId.LowLimit when Alarm is not null: return SetLimit(Alarm, property, value);
            default: return Refusals.WriteAccessDenied;
        }
    }

    /// <summary>A restart: commands are forgotten, and the point is in service.</summary>
    public void Reset() => (_commands, _outOfService) = (null, false);

    /// <summary>An input takes a value only while it is out of service (clauses 12.2.4, 12.6.4, 12.18.4).</summary>
    private BacnetError? Hold(BacnetValue value)
    {
        if (!_outOfService) return Refusals.WriteAccessDenied;
        if (Check(value) is { } refusal) return refusal;
        _held = value;
        return null;
    }

    private BacnetError? Command(BacnetValue value, int priority)
    {
        if (priority == CommandPriorities.MinimumOnOff) return Refusals.WriteAccessDenied;
        if (value.Kind == BacnetKind.Null)
        {
            if (_commands is not null) _commands[priority] = value;
            return null;
        }
        if (Check(value) is { } refusal) return refusal;
        _commands ??= new();
        _commands[priority] = value;
        return null;
    }

    private BacnetError? TakeOutOfService(BacnetValue value, long tick)
    {
        if (value.Kind != BacnetKind.Boolean) return Refusals.InvalidDataType;
        if (value.AsBoolean && !_outOfService) _held = ValueAt(tick);
        _outOfService = value.AsBoolean;
        return null;
    }

    private BacnetError? SetCovIncrement(BacnetValue value)
    {
        if (value.Kind != BacnetKind.Real) return Refusals.InvalidDataType;
        if (value.AsReal is not (>= 0 and < float.PositiveInfinity)) return Refusals.ValueOutOfRange;
        _covIncrement = value.AsReal;
        return null;
    }

    /// <summary>Whether it is a value that the point can have.</summary>
    private BacnetError? Check(BacnetValue value)
    {
        if (value.Kind != Template.Shape.Kind) return Refusals.InvalidDataType;
        var fits = value.Kind switch
        {
            BacnetKind.Real => float.IsFinite(value.AsReal),
            BacnetKind.Enumerated => value.AsEnumerated < Template.Shape.States,
            _ => value.AsUnsigned >= 1 && value.AsUnsigned <= Template.Shape.States,
        };
        return fits ? null : Refusals.ValueOutOfRange;
    }
}
