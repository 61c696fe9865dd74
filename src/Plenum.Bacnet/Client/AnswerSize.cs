using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Estimates of how many octets a property takes in a ReadPropertyMultiple answer: what batches are sized by before a device has shown better.</summary>
internal static class AnswerSize
{
    private const int ObjectFrame = 7;     // object-identifier [0] and the tags around the list of results
    private const int ResultFrame = 4;     // property-identifier [2] and the tags around the value

    /// <summary>Of a property on its own.</summary>
    public static int Of(PropertyReference target) => ObjectFrame + Beside(target);

    /// <summary>Of a property beside another one of the same object.</summary>
    public static int Beside(PropertyReference target) =>
        ResultFrame + ((uint)target.Property > 255 ? 1 : 0) + Index(target) + Value(target);

    private static int Value(PropertyReference target) => target.Property switch
    {
        PropertyId.PresentValue => target.Object.Type switch
        {
            ObjectType.BinaryInput or ObjectType.BinaryOutput or ObjectType.BinaryValue => 2,
            ObjectType.MultiStateInput or ObjectType.MultiStateOutput or ObjectType.MultiStateValue => 3,
            ObjectType.CharacterstringValue => 40,
            _ => 5,
        },
        PropertyId.ObjectName or PropertyId.Description or PropertyId.ModelName or PropertyId.VendorName
            or PropertyId.FirmwareRevision or PropertyId.ApplicationSoftwareVersion => 40,
        PropertyId.PriorityArray => 60,
        PropertyId.ObjectList => target.ArrayIndex is null ? 1000 : 5,
        PropertyId.StatusFlags or PropertyId.Units or PropertyId.VendorIdentifier or PropertyId.SegmentationSupported => 3,
        _ => 12,
    };

    /// <summary>Octets that a property takes in the request.</summary>
    public static int InRequest(PropertyReference target, bool newObject) =>
        (newObject ? 7 : 0) + ((uint)target.Property > 255 ? 3 : 2) + Index(target);

    /// <summary>Of a whole array of so many elements, read by ReadProperty.</summary>
    public static long OfArray(PropertyReference array, ulong elements) => 16 + ((long)Math.Min(elements, int.MaxValue) * Value(array with { ArrayIndex = 1 }));

    private static int Index(PropertyReference target) => target.ArrayIndex switch { null => 0, <= 0xFF => 2, <= 0xFFFF => 3, _ => 5 };
}
