using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Polling;

/// <summary>Two properties of a Device object that change when the device restarts or is loaded anew, and with that forgets what was subscribed to.</summary>
internal sealed class RestartWatch
{
    private static readonly PropertyId[] Watched = [PropertyId.TimeOfDeviceRestart, PropertyId.DatabaseRevision];

    private readonly BacnetValue?[] _seen = new BacnetValue?[Watched.Length];

    /// <summary>How many properties a poll reads for it.</summary>
    public static int Count => Watched.Length;

    /// <summary>Whether the device tells when it was started last.</summary>
    public bool IsTold => _seen[0] is not null;

    /// <summary>What a poll reads first beside the points.</summary>
    public static IEnumerable<PropertyReference> Of(Device device) => Watched.Select(property => new PropertyReference(device.ObjectId, property));

    /// <summary>Why a restart is concluded from what a poll has read; null when it is not.</summary>
    public string? Look(PollList poll)
    {
        string? why = null;
        for (var i = 0; i < Watched.Length; i++)
        {
            if (poll.Beside(i) is not { HasValue: true, Value: var now }) continue;
            if (_seen[i] is { } before && before != now) why = $"its {EnumNames<PropertyId>.CamelCase(Watched[i])} has changed";
            _seen[i] = now;
        }
        return why;
    }
}
