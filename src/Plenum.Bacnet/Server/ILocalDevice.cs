using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A device of ours as others see it: its objects, and what they answer.</summary>
public interface ILocalDevice
{
    /// <summary>Its instance, 0..4194302.</summary>
    uint Instance { get; }

    /// <summary>Its vendor's number.</summary>
    ushort VendorId { get; }

    /// <summary>The largest APDU that it takes and sends, one of the six sizes of the standard.</summary>
    int MaxApdu { get; }

    /// <summary>Which way it takes and sends messages longer than an APDU: in segments.</summary>
    Segmentation Segmentation { get; }

    /// <summary>Whether it knows ReadPropertyMultiple.</summary>
    bool ReadsMultiple { get; }

    /// <summary>Whether it knows WritePropertyMultiple; a device that reads several at once also writes them, unless it says otherwise.</summary>
    bool WritesMultiple => ReadsMultiple;

    /// <summary>Whether it takes subscriptions to its changes; false unless it says otherwise.</summary>
    bool TellsChanges => false;

    /// <summary>The Network Port object of the port that it is asked through, for which 4194303 stands in a read (clause 15.5.2); null, the default, when it has none.</summary>
    ObjectId? NetworkPort => null;

    /// <summary>The identifier of the object with a name; null when there is none.</summary>
    ObjectId? Find(string objectName);

    /// <summary>The properties of an object, for ALL, REQUIRED and OPTIONAL; null when there is no such object.</summary>
    IReadOnlyList<PropertyId>? Properties(ObjectId id);

    /// <summary>A property's value, or why there is none.</summary>
    PropertyResult Read(PropertyReference target);

    /// <summary>Takes a value for a property; NULL relinquishes it at the priority.</summary>
    /// <returns>Null when it was taken, else why not.</returns>
    BacnetError? Write(PropertyReference target, BacnetValue value, byte? priority);
}
