namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Time (clause 20.2.13): four octets, any of which may be a wildcard, kept as on the wire.</summary>
/// <param name="Packed">Hour, minute, second, hundredths, from the most significant octet down.</param>
public readonly record struct BacnetTime(uint Packed)
{
    /// <summary>The octet that means "unspecified" in any place.</summary>
    public const byte Any = 0xFF;

    /// <summary>A time from its octets: hour 0..23, minute and second 0..59, hundredths 0..99.</summary>
    public BacnetTime(byte hour, byte minute, byte second, byte hundredths) : this(((uint)hour << 24) | ((uint)minute << 16) | ((uint)second << 8) | hundredths) { }

    /// <summary>0..23, or <see cref="Any"/>.</summary>
    public byte Hour => (byte)(Packed >> 24);

    /// <summary>0..59, or <see cref="Any"/>.</summary>
    public byte Minute => (byte)(Packed >> 16);

    /// <summary>0..59, or <see cref="Any"/>.</summary>
    public byte Second => (byte)(Packed >> 8);

    /// <summary>Hundredths of a second, 0..99, or <see cref="Any"/>.</summary>
    public byte Hundredths => (byte)Packed;

    /// <summary>A time of day, to the hundredth of a second below it.</summary>
    public static BacnetTime From(TimeOnly time) => new((byte)time.Hour, (byte)time.Minute, (byte)time.Second, (byte)(time.Millisecond / 10));

    /// <summary>The time as the platform knows it; null when a place is a wildcard or out of its range.</summary>
    public TimeOnly? ToTimeOnly() =>
        Hour < 24 && Minute < 60 && Second < 60 && Hundredths < 100 ? new TimeOnly(Hour, Minute, Second, Hundredths * 10) : null;

    /// <summary>ISO 8601 with hundredths, a wildcard as <c>*</c>: <c>08:30:*.*</c>.</summary>
    public override string ToString() => $"{Place(Hour)}:{Place(Minute)}:{Place(Second)}.{Place(Hundredths)}";

    private static string Place(byte octet) => octet == Any ? "*" : octet.ToString("D2", System.Globalization.CultureInfo.InvariantCulture);
}
