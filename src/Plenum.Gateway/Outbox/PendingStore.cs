using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>A message on its way to the disk, and the task of the one who waits for it to be safe.</summary>
internal sealed class PendingStore(Message message) : TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)
{
    /// <summary>The message.</summary>
    public Message Message { get; } = message;
}
