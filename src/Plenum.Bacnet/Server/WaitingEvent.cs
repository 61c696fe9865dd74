using System.Diagnostics.CodeAnalysis;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A notification that waits for its recipient's address, or for its acknowledgement. Guarded by the lock of its <see cref="EventSender"/>.</summary>
internal sealed record WaitingEvent(EventNotification Notification, bool Confirmed)
{
    /// <summary>Where the recipient is, once that is known.</summary>
    public DeviceAddress Address;

    /// <summary>The recipient, if it is named by its instance.</summary>
    public ObjectId? Device { get; init; }

    /// <summary>The whole APDU as it was sent.</summary>
    public byte[]? Apdu { get; set; }

    public byte InvokeId { get; set; }

    /// <summary>How often it was sent, or its recipient asked for.</summary>
    public int Tries { get; set; }

    /// <summary>When that is done again, or given up.</summary>
    public TimeSpan Due { get; set; }

    [MemberNotNullWhen(true, nameof(Apdu))]
    public bool IsSent => Apdu is not null;
}
