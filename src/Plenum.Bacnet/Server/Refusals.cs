using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>What a device says no with, by the class that clause 18 puts each code into.</summary>
public static class Refusals
{
    /// <summary>There is no such object.</summary>
    public static BacnetError UnknownObject { get; } = new(ErrorClass.Object, ErrorCode.UnknownObject);

    /// <summary>The object has no such property.</summary>
    public static BacnetError UnknownProperty { get; } = new(ErrorClass.Property, ErrorCode.UnknownProperty);

    /// <summary>The property can only be read in another way.</summary>
    public static BacnetError ReadAccessDenied { get; } = new(ErrorClass.Property, ErrorCode.ReadAccessDenied);

    /// <summary>The property cannot be written, or not now.</summary>
    public static BacnetError WriteAccessDenied { get; } = new(ErrorClass.Property, ErrorCode.WriteAccessDenied);

    /// <summary>The property cannot have this value.</summary>
    public static BacnetError ValueOutOfRange { get; } = new(ErrorClass.Property, ErrorCode.ValueOutOfRange);

    /// <summary>The property is of another type.</summary>
    public static BacnetError InvalidDataType { get; } = new(ErrorClass.Property, ErrorCode.InvalidDataType);

    /// <summary>The array has no such element.</summary>
    public static BacnetError InvalidArrayIndex { get; } = new(ErrorClass.Property, ErrorCode.InvalidArrayIndex);

    /// <summary>An element was asked for of what is no array.</summary>
    public static BacnetError PropertyIsNotAnArray { get; } = new(ErrorClass.Property, ErrorCode.PropertyIsNotAnArray);

    /// <summary>Items or elements were meant of what is no list.</summary>
    public static BacnetError PropertyIsNotAList { get; } = new(ErrorClass.Services, ErrorCode.PropertyIsNotAList);

    /// <summary>An element that is to be removed is not in the list.</summary>
    public static BacnetError ListElementNotFound { get; } = new(ErrorClass.Services, ErrorCode.ListElementNotFound);

    /// <summary>There is no room for one more element.</summary>
    public static BacnetError NoSpaceToAddListElement { get; } = new(ErrorClass.Resources, ErrorCode.NoSpaceToAddListElement);

    /// <summary>The device does not do this for anybody, or not as it is configured.</summary>
    public static BacnetError ServiceRequestDenied { get; } = new(ErrorClass.Services, ErrorCode.ServiceRequestDenied);

    /// <summary>The password is missing or wrong.</summary>
    public static BacnetError PasswordFailure { get; } = new(ErrorClass.Security, ErrorCode.PasswordFailure);

    /// <summary>The device does a part of what the service can mean, and not this one.</summary>
    public static BacnetError OptionalFunctionalityNotSupported { get; } = new(ErrorClass.Services, ErrorCode.OptionalFunctionalityNotSupported);

    /// <summary>A service was refused for what was asked of it.</summary>
    internal static BacnetError OfService(ErrorCode code) => new(ErrorClass.Services, code);

    /// <summary>A service was refused for the object that it named.</summary>
    internal static BacnetError OfObject(ErrorCode code) => new(ErrorClass.Object, code);
}
