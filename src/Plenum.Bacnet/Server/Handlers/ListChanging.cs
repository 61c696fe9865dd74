using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>AddListElement and RemoveListElement (clauses 15.1, 15.2).</summary>
internal sealed class ListChanging(IListStore store)
{
    public Outcome AddListElement(in ServedRequest request, ref TagWriter writer) => Change(in request, ref writer, store.AddElements);

    public Outcome RemoveListElement(in ServedRequest request, ref TagWriter writer) => Change(in request, ref writer, store.RemoveElements);

    private static Outcome Change(in ServedRequest request, ref TagWriter writer, Func<PropertyReference, BacnetValue, ElementError?> change)
    {
        if (!ListElementRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (change(asked.Target, asked.Elements) is not { } refusal) return Outcome.Done;
        refusal.Encode(ref writer);
        return Outcome.ErrorWritten;
    }
}
