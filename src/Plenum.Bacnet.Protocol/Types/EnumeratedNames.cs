namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Names for the numbers of enumerated properties, where the property tells which enumeration it holds (clause 12).</summary>
public static class EnumeratedNames
{
    /// <summary>The standard's name of a number, as <c>degrees-celsius</c>; null where the property does not tell, or the standard has no name for it.</summary>
    public static string? Of(PropertyReference source, uint number) => source.Property switch
    {
        PropertyId.PresentValue or PropertyId.RelinquishDefault or PropertyId.PriorityArray when IsBinary(source.Object.Type) => Name<BinaryPv>(number),
        PropertyId.Units => Name<EngineeringUnits>(number),
        PropertyId.EventState => Name<EventState>(number),
        PropertyId.Reliability => Name<Reliability>(number),
        PropertyId.SystemStatus => Name<DeviceStatus>(number),
        PropertyId.ObjectType => Name<ObjectType>(number),
        PropertyId.SegmentationSupported => Name<Segmentation>(number),
        _ => null,
    };

    /// <summary>Whether objects of a type have a binary present value: inactive or active.</summary>
    public static bool IsBinary(ObjectType type) => type is ObjectType.BinaryInput or ObjectType.BinaryOutput or ObjectType.BinaryValue;

    /// <summary>The standard's name of a number of an enumeration; null where it has none.</summary>
    internal static string? Name<T>(uint number) where T : struct, Enum
    {
        var value = (T)Enum.ToObject(typeof(T), number);
        return Enum.IsDefined(value) && Convert.ToUInt32(value, System.Globalization.CultureInfo.InvariantCulture) == number ? EnumNames<T>.Kebab(value) : null;
    }
}
