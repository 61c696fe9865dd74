using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>CreateObject and DeleteObject (clauses 15.3, 15.4).</summary>
internal sealed class ObjectMaking(IObjectStore store)
{
    public Outcome CreateObject(in ServedRequest request, ref TagWriter writer)
    {
        if (!CreateObjectRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (store.Create(asked, out var id) is { } refusal)
        {
            refusal.Encode(ref writer);
            return Outcome.ErrorWritten;
        }
        ObjectMessage.Encode(ref writer, id);
        return Outcome.Acknowledged;
    }

    public Outcome DeleteObject(in ServedRequest request) => ObjectMessage.TryDecode(request.Content, out var id, out var error)
        ? Outcome.DoneUnless(store.Delete(id))
        : Outcome.Malformed(error);
}
