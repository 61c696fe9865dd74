using System.Runtime.InteropServices;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Cuts what a list still has to read into ReadPropertyMultiple requests that the device can take and answer, and sets apart what is read alone. A batch has at least one property, however little the device takes.</summary>
/// <remarks>A batch is made to be answered in one APDU, also by a device that segments: one datagram each way is cheaper for it than segments and their acknowledgements,
/// and a lost datagram costs one batch and no window. Only a property that is larger than an APDU by itself comes in segments.</remarks>
internal static class BatchPlanner
{
    private const int RequestHeader = 4;

    public static void Plan(ReadList list, Capabilities capabilities, int ownMaxApdu)
    {
        list.Batches.Clear();
        list.Alone.Clear();
        var open = new List<int>();
        for (var place = 0; place < list.Targets.Count; place++)
            if (!list.IsSettled(place)) (capabilities.IsReadAlone(list.Targets[place]) ? list.Alone : open).Add(place);
        var mostAnswer = Math.Min(capabilities.MostAnswer, ownMaxApdu - Capabilities.Header);
        for (var rest = CollectionsMarshal.AsSpan(open); !rest.IsEmpty;)
        {
            var batch = First(list, rest, mostAnswer, capabilities.MostRequest);
            list.Batches.Add(batch);
            rest = rest[batch.Count..];
        }
        // Batches over what a first round left unread serve once; those over the whole list are kept.
        list.PlannedBy = list.Settled == 0 ? (capabilities, capabilities.Revision) : default;
    }

    /// <summary>A batch of the first of some places: as many as fit an answer and a request of these sizes.</summary>
    public static ReadMultipleExchange First(ReadList list, ReadOnlySpan<int> places, int mostAnswer, int mostRequest)
    {
        var targets = list.TargetSpan;
        var (answer, request, count) = (0, RequestHeader, 0);
        for (; count < places.Length; count++)
        {
            var target = targets[places[count]];
            var isNewObject = count == 0 || target.Object != targets[places[count - 1]].Object;
            var more = isNewObject ? AnswerSize.Of(target) : AnswerSize.Beside(target);
            request += AnswerSize.InRequest(target, isNewObject);
            if (count > 0 && (answer + more > mostAnswer || request > mostRequest)) break;
            answer += more;
        }
        return new(list, places[..count].ToArray(), answer);
    }
}
