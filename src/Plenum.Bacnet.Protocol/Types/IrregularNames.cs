namespace Plenum.Bacnet.Protocol.Types;

/// <summary>What the members' own names do not tell: odd spellings, and names from other editions of the standard.</summary>
internal static class IrregularNames
{
    private static readonly (Enum Member, string Name)[] Spellings =
    [
        (EngineeringUnits.Ph, "pH"),
    ];

    private static readonly (Enum Member, string Name)[] Aliases =
    [
        (PropertyId.Enable, "log-enable"),
        (EngineeringUnits.DegreesKelvin, "kelvin"),
        (EngineeringUnits.DegreesKelvinPerHour, "kelvin-per-hour"),
        (EngineeringUnits.DegreesKelvinPerMinute, "kelvin-per-minute"),
        (EngineeringUnits.DeltaDegreesKelvin, "delta-kelvin"),
        (EngineeringUnits.JoulesPerDegreeKelvin, "joules-per-kelvin"),
        (EngineeringUnits.KilojoulesPerDegreeKelvin, "kilojoules-per-kelvin"),
        (EngineeringUnits.MegajoulesPerDegreeKelvin, "megajoules-per-kelvin"),
        (EngineeringUnits.JoulesPerKilogramDegreeKelvin, "joules-per-kilogram-kelvin"),
        (EngineeringUnits.VoltsPerDegreeKelvin, "volts-per-kelvin"),
        (EngineeringUnits.MinutesPerDegreeKelvin, "minutes-per-kelvin"),
        (EngineeringUnits.WattsPerMeterPerDegreeKelvin, "watts-per-meter-per-kelvin"),
        (EngineeringUnits.WattsPerSquareMeterDegreeKelvin, "watts-per-square-meter-kelvin"),
        (EngineeringUnits.Kilohms, "kiloohms"),
        (EngineeringUnits.Megohms, "megaohms"),
        (EngineeringUnits.OhmMeterSquaredPerMeter, "ohm-meter-per-square-meter"),
        (EngineeringUnits.JoulePerHours, "joules-per-hour"),
        (EngineeringUnits.JoulePerHours, "joules-per-hours"),
        (EngineeringUnits.WattHoursReactive, "watt-reactive-hours"),
        (EngineeringUnits.KilowattHoursReactive, "kilowatt-reactive-hours"),
        (EngineeringUnits.MegawattHoursReactive, "megawatt-reactive-hours"),
        (EngineeringUnits.VoltAmpereHoursReactive, "volt-ampere-reactive-hours"),
        (EngineeringUnits.KilovoltAmpereHoursReactive, "kilovolt-ampere-reactive-hours"),
        (EngineeringUnits.MegavoltAmpereHoursReactive, "megavolt-ampere-reactive-hours"),
        (EngineeringUnits.GigawattHoursReactive, "gigawatt-reactive-hours"),
    ];

    /// <summary>The name as it is written where splitting at capitals would spell it wrongly, else null.</summary>
    public static string? Spelling(Enum member) =>
        Spellings.FirstOrDefault(entry => entry.Member.Equals(member)).Name;

    /// <summary>Further names that read as a member of an enumeration, and never are written.</summary>
    public static IEnumerable<KeyValuePair<string, T>> AliasesOf<T>() where T : struct, Enum =>
        from entry in Aliases
        where entry.Member is T
        select KeyValuePair.Create(entry.Name, (T)entry.Member);
}
