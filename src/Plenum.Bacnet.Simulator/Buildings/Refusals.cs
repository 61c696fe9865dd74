using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>What a device says no with (clause 18).</summary>
internal static class Refusals
{
    public static BacnetError UnknownObject { get; } = new(ErrorClass.Object, ErrorCode.UnknownObject);

    public static BacnetError UnknownProperty { get; } = new(ErrorClass.Property, ErrorCode.UnknownProperty);

    public static BacnetError WriteAccessDenied { get; } = new(ErrorClass.Property, ErrorCode.WriteAccessDenied);

    public static BacnetError ValueOutOfRange { get; } = new(ErrorClass.Property, ErrorCode.ValueOutOfRange);

    public static BacnetError InvalidDataType { get; } = new(ErrorClass.Property, ErrorCode.InvalidDataType);

    public static BacnetError InvalidArrayIndex { get; } = new(ErrorClass.Property, ErrorCode.InvalidArrayIndex);

    public static BacnetError PropertyIsNotAnArray { get; } = new(ErrorClass.Property, ErrorCode.PropertyIsNotAnArray);
}
