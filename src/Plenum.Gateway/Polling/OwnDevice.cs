using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using Plenum.Bacnet.Transport;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Polling;

/// <summary>The gateway itself as others see it (section <c>application</c>): its Device and its Network Port object. Nothing of it can be written, and nobody may silence or restart it.</summary>
public sealed class OwnDevice : ILocalDevice, IRangeSource, IManagedDevice
{
    private readonly NetworkPortObject _port;
    private readonly LocalObjects _objects;

    /// <summary>The device of a plan.</summary>
    /// <param name="plan">What the configuration says of it.</param>
    /// <param name="version">The version of this program.</param>
    /// <param name="time">Where time comes from.</param>
    public OwnDevice(LocalDevicePlan plan, string version, TimeProvider time)
    {
        (Instance, VendorId, MaxApdu) = (plan.Instance, plan.VendorId, ApduSizes.IsStandard(plan.MaxApdu) ? plan.MaxApdu : ApduSizes.Largest);
        Segmentation = plan.Segmentation;
        Communication = new(time);
        _port = new(MaxApdu, plan.PrefixLength);
        _objects = new(new DeviceObject(this, new() { Name = plan.ObjectName, Model = "Plenum gateway", Version = version }, [_port.Id], new(time)), _port);
    }

    /// <inheritdoc/>
    public uint Instance { get; }

    /// <inheritdoc/>
    public ushort VendorId { get; }

    /// <inheritdoc/>
    public int MaxApdu { get; }

    /// <inheritdoc/>
    public Segmentation Segmentation { get; }

    /// <inheritdoc/>
    public bool ReadsMultiple => true;

    /// <inheritdoc/>
    public ObjectId? NetworkPort => _port.Id;

    /// <inheritdoc/>
    public CommunicationState Communication { get; }

    /// <inheritdoc/>
    public bool IsManageable => false;

    /// <summary>Where it is on the network; null while it is not.</summary>
    public BacnetPort? Port
    {
        get => _port.Port;
        set => _port.Port = value;
    }

    /// <inheritdoc/>
    public ObjectId? Find(string objectName) => _objects.Find(objectName)?.Id;

    /// <inheritdoc/>
    public IReadOnlyList<PropertyId>? Properties(ObjectId id) => _objects.Find(id)?.Properties;

    /// <inheritdoc/>
    public PropertyResult Read(PropertyReference target) => _objects.Read(target);

    /// <inheritdoc/>
    public BacnetError? Write(PropertyReference target, BacnetValue value, byte? priority) => _objects.Write(target, value);

    /// <inheritdoc/>
    public BacnetError? TryGetItems(PropertyReference target, out ItemList items) => _objects.TryGetItems(target, out items);

    /// <inheritdoc/>
    public BacnetError? Authorize(string? password) => Refusals.ServiceRequestDenied;

    /// <inheritdoc/>
    public BacnetError? Reinitialize(ReinitializedState state) => Refusals.ServiceRequestDenied;
}
