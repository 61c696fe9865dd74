using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    private const int WhoIsTries = 3;

    private static readonly TimeSpan WhoIsSpacing = TimeSpan.FromSeconds(1);

    /// <summary>Learns who is at an address: instance, name, vendor, APDU and segmentation, all read from "whichever device you are", so that no I-Am is needed.
    /// A device that does not know itself by that name is asked Who-Is at its address alone, and read by the instance that it says.</summary>
    /// <returns>Whether the device answered; a second call goes on where the first one failed.</returns>
    public async ValueTask<bool> IdentifyAsync(Device device, TimeSpan? until = null, CancellationToken cancel = default)
    {
        if (device.Instance is not null) return await ReadIdentityAsync(device, until, cancel).ConfigureAwait(false);
        var heard = Listen();
        try
        {
            WhoIs(default, device.Address);   // beside the reading: should that be refused or left unanswered, the answer to this is there already
            var known = await ReadIdentityAsync(device, until, cancel).ConfigureAwait(false);
            if (device.Instance is not null) return known;
            for (var tries = 1; ; tries++)
            {
                if (await HearAsync(heard.Reader, answer => answer.From == device.Address, WhoIsSpacing, cancel).ConfigureAwait(false) is { } answer)
                {
                    device.OnIAm(answer.IAm, _time.GetUtcNow());
                    return await ReadIdentityAsync(device, until, cancel).ConfigureAwait(false);
                }
                if (tries == WhoIsTries || Now >= until) return known;   // it may answer reads all the same
                WhoIs(default, device.Address);
            }
        }
        finally
        {
            _listeners.TryRemove(heard, out _);
        }
    }

    private async ValueTask<bool> ReadIdentityAsync(Device device, TimeSpan? until, CancellationToken cancel)
    {
        var list = new ReadList([
            new(device.ObjectId, PropertyId.ObjectIdentifier),
            new(device.ObjectId, PropertyId.ObjectName),
            new(device.ObjectId, PropertyId.MaxApduLengthAccepted),
            new(device.ObjectId, PropertyId.SegmentationSupported),
            new(device.ObjectId, PropertyId.VendorIdentifier),
            new(device.ObjectId, PropertyId.ModelName),
            new(device.ObjectId, PropertyId.FirmwareRevision)]);
        await ReadAsync(device, list, until, cancel).ConfigureAwait(false);
        TakeIdentity(device, list.Results, _time.GetUtcNow());
        return list.Settled == list.Targets.Count;
    }

    private static void TakeIdentity(Device device, ReadOnlySpan<PropertyResult> read, DateTimeOffset now)
    {
        if (read[0] is { HasValue: true, Value: { Kind: BacnetKind.ObjectId } id } && id.AsObjectId.Type == ObjectType.Device) device.Instance = id.AsObjectId.Instance;
        if (read[4] is { HasValue: true, Value: { Kind: BacnetKind.Unsigned } vendor }) device.VendorId = (ushort)vendor.AsUnsigned;
        (device.Name, device.Model, device.Firmware) = (Text(read[1]) ?? device.Name, Text(read[5]) ?? device.Model, Text(read[6]) ?? device.Firmware);
        if (read[3] is { HasValue: true, Value: { Kind: BacnetKind.Enumerated } segmentation }) device.Capabilities.OnSegmentation((Segmentation)segmentation.AsEnumerated, now);
        if (read[2] is { HasValue: true, Value: { Kind: BacnetKind.Unsigned } apdu }) device.Capabilities.OnMaxApdu((uint)Math.Min(apdu.AsUnsigned, uint.MaxValue), now);
    }

    private static string? Text(PropertyResult read) => read is { HasValue: true, Value: { Kind: BacnetKind.CharacterString } text } ? text.AsCharacterString : null;
}
