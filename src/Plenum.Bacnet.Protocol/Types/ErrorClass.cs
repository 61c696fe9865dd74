namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnet error classes (clauses 18 and 21): 0..63 are the standard's, 64..65535 a vendor's.</summary>
public enum ErrorClass : ushort
{
    /// <summary>device: the device as a whole</summary>
    Device = 0,
    /// <summary>object: the object that was named</summary>
    Object = 1,
    /// <summary>property: the property that was named</summary>
    Property = 2,
    /// <summary>resources: memory or space ran out</summary>
    Resources = 3,
    /// <summary>security: access or protection</summary>
    Security = 4,
    /// <summary>services: the service or its parameters</summary>
    Services = 5,
    /// <summary>vt: virtual terminals</summary>
    Vt = 6,
    /// <summary>communication: the way between the devices</summary>
    Communication = 7,
}
