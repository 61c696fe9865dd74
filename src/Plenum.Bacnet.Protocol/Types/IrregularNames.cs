namespace Plenum.Bacnet.Protocol.Types;

/// <summary>What the members' own names do not tell: odd spellings, and names from other editions of the standard.</summary>
internal static class IrregularNames
{
    private static readonly (Enum Member, string Name)[] Spellings =
    [
        (EngineeringUnits.Ph, "pH"),
    ];

    /// <summary>Further names that read as a member of an enumeration, and never are written.</summary>
    public static (string Name, Enum Member)[] Aliases { get; } =
    [
        ("log-enable", PropertyId.Enable),
        ("kelvin", EngineeringUnits.DegreesKelvin),
        ("kelvin-per-hour", EngineeringUnits.DegreesKelvinPerHour),
        ("kelvin-per-minute", EngineeringUnits.DegreesKelvinPerMinute),
        ("delta-kelvin", EngineeringUnits.DeltaDegreesKelvin),
        ("joules-per-kelvin", EngineeringUnits.JoulesPerDegreeKelvin),
        ("kilojoules-per-kelvin", EngineeringUnits.KilojoulesPerDegreeKelvin),
        ("megajoules-per-kelvin", EngineeringUnits.MegajoulesPerDegreeKelvin),
        ("joules-per-kilogram-kelvin", EngineeringUnits.JoulesPerKilogramDegreeKelvin),
        ("volts-per-kelvin", EngineeringUnits.VoltsPerDegreeKelvin),
        ("minutes-per-kelvin", EngineeringUnits.MinutesPerDegreeKelvin),
        ("watts-per-meter-per-kelvin", EngineeringUnits.WattsPerMeterPerDegreeKelvin),
        ("watts-per-square-meter-kelvin", EngineeringUnits.WattsPerSquareMeterDegreeKelvin),
        ("kiloohms", EngineeringUnits.Kilohms),
        ("megaohms", EngineeringUnits.Megohms),
        ("ohm-meter-per-square-meter", EngineeringUnits.OhmMeterSquaredPerMeter),
        ("joules-per-hour", EngineeringUnits.JoulePerHours),
        ("joules-per-hours", EngineeringUnits.JoulePerHours),
        ("watt-reactive-hours", EngineeringUnits.WattHoursReactive),
        ("kilowatt-reactive-hours", EngineeringUnits.KilowattHoursReactive),
        ("megawatt-reactive-hours", EngineeringUnits.MegawattHoursReactive),
        ("volt-ampere-reactive-hours", EngineeringUnits.VoltAmpereHoursReactive),
        ("kilovolt-ampere-reactive-hours", EngineeringUnits.KilovoltAmpereHoursReactive),
        ("megavolt-ampere-reactive-hours", EngineeringUnits.MegavoltAmpereHoursReactive),
        ("gigawatt-reactive-hours", EngineeringUnits.GigawattHoursReactive),
    ];

    /// <summary>The name as it is written where splitting at capitals would spell it wrongly, else null.</summary>
    public static string? Spelling(Enum member) =>
        Spellings.FirstOrDefault(entry => entry.Member.Equals(member)).Name;
}
