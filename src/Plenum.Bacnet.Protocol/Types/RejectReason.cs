namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetRejectReason (clauses 18.9 and 21): why a request was not understood; 0..63 are the standard's, 64..255 a vendor's.</summary>
public enum RejectReason : byte
{
    /// <summary>other</summary>
    Other = 0,
    /// <summary>buffer-overflow</summary>
    BufferOverflow = 1,
    /// <summary>inconsistent-parameters</summary>
    InconsistentParameters = 2,
    /// <summary>invalid-parameter-data-type</summary>
    InvalidParameterDataType = 3,
    /// <summary>invalid-tag</summary>
    InvalidTag = 4,
    /// <summary>missing-required-parameter</summary>
    MissingRequiredParameter = 5,
    /// <summary>parameter-out-of-range</summary>
    ParameterOutOfRange = 6,
    /// <summary>too-many-arguments</summary>
    TooManyArguments = 7,
    /// <summary>undefined-enumeration</summary>
    UndefinedEnumeration = 8,
    /// <summary>unrecognized-service</summary>
    UnrecognizedService = 9,
}
