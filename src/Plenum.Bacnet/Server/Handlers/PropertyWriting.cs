using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>WriteProperty and WritePropertyMultiple (clauses 15.9, 15.10).</summary>
internal sealed class PropertyWriting(ILocalDevice device)
{
    public Outcome WriteProperty(in ServedRequest request) => WritePropertyRequest.TryDecode(request.Content, out var asked, out var error)
        ? Outcome.DoneUnless(device.Write(asked.Target, asked.Value, asked.Priority))
        : Outcome.Malformed(error);

    /// <summary>Writes in the order of the request and stops at the first that fails: what was written before stays.</summary>
    public Outcome WritePropertyMultiple(in ServedRequest request, ref TagWriter writer)
    {
        if (!WritePropertyMultipleRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (asked.Specifications.Count == 0) return Outcome.Reject(RejectReason.MissingRequiredParameter);
        foreach (var specification in asked.Specifications)
        {
            foreach (var write in specification.Values)
            {
                PropertyReference target = new(specification.Object, write.Property, write.ArrayIndex);
                if (device.Write(target, write.Value, write.Priority) is not { } refusal) continue;
                new WritePropertyMultipleError(refusal, target).Encode(ref writer);
                return Outcome.ErrorWritten;
            }
        }
        return Outcome.Done;
    }
}
