using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Types.EngineeringUnits;
using static Plenum.Bacnet.Protocol.Types.ObjectType;
using static Plenum.Bacnet.Simulator.Buildings.PointTemplate;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>What a controller looks after: an air handling unit and the air terminals behind it, over and over.</summary>
internal static class Equipment
{
    /// <summary>Air terminals behind one air handling unit.</summary>
    private const int TerminalsPerUnit = 4;

    /// <summary>An air handling unit; the first nine points are of the nine types.</summary>
    private static readonly PointTemplate[] AirHandlingUnit =
    [
        Analog(AnalogInput, "Supply Air Temperature", DegreesCelsius, 13, 23),
        Binary(BinaryInput, "Supply Fan Status", "Off", "Running"),
        MultiState(MultiStateInput, "Fire Damper Position", "Open", "Moving", "Closed"),
        Analog(AnalogOutput, "Heating Valve", Percent, 0, 49, 1),
        Binary(BinaryOutput, "Supply Fan Command", "Stop", "Start"),
        MultiState(MultiStateOutput, "Supply Fan Stage", "Off", "Low", "Medium", "High"),
        Analog(AnalogValue, "Supply Air Temperature Setpoint", DegreesCelsius, 16, 20),
        Binary(BinaryValue, "Occupied", "Unoccupied", "Occupied"),
        MultiState(MultiStateValue, "Operating Mode", "Off", "Heating", "Cooling", "Ventilation", "Frost Protection"),
        Analog(AnalogInput, "Return Air Temperature", DegreesCelsius, 19, 26),
        Analog(AnalogInput, "Outside Air Temperature", DegreesCelsius, 2, 31),
        Analog(AnalogInput, "Mixed Air Temperature", DegreesCelsius, 10, 24),
        Analog(AnalogInput, "Return Air Humidity", PercentRelativeHumidity, 30, 60),
        Analog(AnalogInput, "Return Air CO2", PartsPerMillion, 25, 60, 4),
        Analog(AnalogInput, "Supply Air Static Pressure", Pascals, 20, 45, 3),
        Analog(AnalogInput, "Supply Air Flow", LitersPerSecond, 20, 55, 5),
        Analog(AnalogInput, "Filter Pressure Drop", Pascals, 5, 30, 3),
        Analog(AnalogInput, "Supply Fan Power", Kilowatts, 3, 14),
        Binary(BinaryInput, "Filter Alarm", "Clean", "Dirty"),
        Binary(BinaryInput, "Frost Alarm", "Normal", "Frost"),
        Analog(AnalogOutput, "Cooling Valve", Percent, 0, 49, 1),
        Analog(AnalogOutput, "Outside Air Damper", Percent, 5, 49, 1),
        Analog(AnalogOutput, "Supply Fan Speed", Percent, 10, 49, 1),
        Binary(BinaryOutput, "Return Fan Command", "Stop", "Start"),
        Analog(AnalogValue, "Static Pressure Setpoint", Pascals, 25, 40, 3),
        Analog(AnalogValue, "CO2 Setpoint", PartsPerMillion, 50, 60, 4),
        Binary(BinaryValue, "Economizer Enabled", "Disabled", "Enabled"),
        Binary(BinaryValue, "Night Setback", "Off", "On"),
    ];

    /// <summary>A variable air volume terminal.</summary>
    private static readonly PointTemplate[] AirTerminal =
    [
        Analog(AnalogInput, "Zone Temperature", DegreesCelsius, 19, 26),
        Analog(AnalogInput, "Air Flow", LitersPerSecond, 4, 40, 2),
        Analog(AnalogInput, "Zone CO2", PartsPerMillion, 25, 62, 4),
        Analog(AnalogInput, "Discharge Air Temperature", DegreesCelsius, 14, 32),
        Binary(BinaryInput, "Presence", "Absent", "Present"),
        Binary(BinaryInput, "Window Contact", "Closed", "Open"),
        Analog(AnalogOutput, "Damper Position", Percent, 5, 49, 1),
        Analog(AnalogOutput, "Reheat Valve", Percent, 0, 49, 1),
        Analog(AnalogValue, "Zone Temperature Setpoint", DegreesCelsius, 20, 24),
        Analog(AnalogValue, "Air Flow Setpoint", LitersPerSecond, 5, 40, 2),
        MultiState(MultiStateValue, "Zone Mode", "Off", "Standby", "Comfort"),
    ];

    /// <summary>Every point that a controller could have, without end; each as its template and the unit it belongs to.</summary>
    public static IEnumerable<(string Unit, PointTemplate Template)> Points()
    {
        for (var unit = 1; ; unit++)
        {
            foreach (var template in AirHandlingUnit) yield return ($"AHU-{unit}", template);
            for (var terminal = 1; terminal <= TerminalsPerUnit; terminal++)
                foreach (var template in AirTerminal) yield return ($"VAV-{unit}-{terminal}", template);
        }
    }
}
