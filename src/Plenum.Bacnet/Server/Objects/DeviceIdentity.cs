using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>What a Device object says of the thing that it stands for.</summary>
public sealed record DeviceIdentity
{
    /// <summary>Object_Name, unique in the internetwork.</summary>
    public required string Name { get; init; }

    /// <summary>Model_Name.</summary>
    public required string Model { get; init; }

    /// <summary>Firmware_Revision and Application_Software_Version.</summary>
    public required string Version { get; init; }

    /// <summary>Vendor_Name; default Plenum.</summary>
    public string Vendor { get; init; } = "Plenum";

    /// <summary>Description; null, the default, when it has none.</summary>
    public string? Description { get; init; }

    /// <summary>Location; null, the default, when it has none.</summary>
    public string? Location { get; init; }

    /// <summary>Serial_Number; null, the default, when it has none.</summary>
    public string? SerialNumber { get; init; }

    /// <summary>What is executed beside the device, by a client on the same port; nothing by default.</summary>
    public IReadOnlyList<ServicesSupported> ServicesBeside { get; init; } = [];
}
