using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>A BACnet device as a client knows it: where it is, and what it has said of itself.</summary>
public sealed class Device(DeviceAddress address)
{
    /// <summary>Where it is reached.</summary>
    public DeviceAddress Address { get; internal set; } = address;

    /// <summary>Its instance, 0..4194302; null until it has said so.</summary>
    public uint? Instance { get; internal set; }

    /// <summary>Its Object_Name; null until it has been read.</summary>
    public string? Name { get; internal set; }

    /// <summary>Its vendor's number; null until it has said so.</summary>
    public ushort? VendorId { get; internal set; }

    /// <summary>Its Model_Name; null until it has been read.</summary>
    public string? Model { get; internal set; }

    /// <summary>Its Firmware_Revision; null until it has been read.</summary>
    public string? Firmware { get; internal set; }

    /// <summary>Which way it says that it can segment; null until it has said so.</summary>
    public Segmentation? Segmentation => Capabilities.Facts.Segmentation?.Value;

    /// <summary>What a request to it has to keep to.</summary>
    internal RequestLimits Limits => new(Capabilities.MostRequest, Segmentation?.Receives() ?? true, Capabilities.PathApdu);

    /// <summary>What has been learned of it.</summary>
    public Capabilities Capabilities { get; } = new();

    /// <summary>Its Device object: the real one when known, else "whichever device you are".</summary>
    public ObjectId ObjectId => Instance is { } instance ? new(ObjectType.Device, instance) : ObjectId.AnyDevice;

    /// <summary><c>1001 at 192.168.1.2:47808</c></summary>
    public override string ToString() => $"{(Instance is { } instance ? instance : "device")} at {Address}";

    internal void OnIAm(IAmRequest iAm, DateTimeOffset now)
    {
        (Instance, VendorId) = (iAm.Device.Instance, iAm.VendorId);
        Capabilities.OnSegmentation(iAm.Segmentation, now);
        Capabilities.OnMaxApdu(iAm.MaxApdu, now);
    }
}
