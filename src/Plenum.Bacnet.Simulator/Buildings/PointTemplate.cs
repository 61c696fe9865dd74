using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>A point as every unit of its kind has it.</summary>
/// <param name="Type">One of the nine types of input, output and value.</param>
/// <param name="Name">What it is called behind the unit's name.</param>
/// <param name="Shape">What its signal looks like.</param>
/// <param name="Units">Of an analog point, the engineering units.</param>
/// <param name="States">Of a multi-state point the names of the states from 1 on, of a binary one those of inactive and active.</param>
internal sealed record PointTemplate(ObjectType Type, string Name, SignalShape Shape, EngineeringUnits Units, IReadOnlyList<string> States)
{
    /// <summary>Whether it is an input: written only while it is out of service.</summary>
    public bool IsInput => Type is ObjectType.AnalogInput or ObjectType.BinaryInput or ObjectType.MultiStateInput;

    public static PointTemplate Analog(ObjectType type, string name, EngineeringUnits units, int low, int high, int exponent = 0) =>
        new(type, name, SignalShape.Analog(low, high, exponent), units, []);

    public static PointTemplate Binary(ObjectType type, string name, string inactive, string active) =>
        new(type, name, SignalShape.Binary, EngineeringUnits.NoUnits, [inactive, active]);

    public static PointTemplate MultiState(ObjectType type, string name, params string[] states) =>
        new(type, name, SignalShape.MultiState(states.Length), EngineeringUnits.NoUnits, states);
}
