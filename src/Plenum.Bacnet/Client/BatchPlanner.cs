using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Cuts what a list still has to read into ReadPropertyMultiple requests that the device can take and answer. A batch has at least one property, however little the device takes.</summary>
/// <remarks>A batch is made to be answered in one APDU, also by a device that segments: one datagram each way is cheaper for it than segments and their acknowledgements,
/// and a lost datagram costs one batch and no window. Only a property that is larger than an APDU by itself comes in segments.</remarks>
internal static class BatchPlanner
{
    private const int RequestHeader = 4;
    private const int AnswerHeader = 3;

    public static void Plan(ReadList list, Capabilities capabilities, int ownMaxApdu)
    {
        list.Batches.Clear();
        var targets = list.TargetSpan;
        for (var start = 0; start < targets.Length;)
        {
            if (list.IsSettled(start)) { start++; continue; }
            var (count, octets) = Fit(list, start, capabilities, Math.Min(capabilities.MostAnswer, ownMaxApdu - AnswerHeader));
            list.Batches.Add(new ReadMultipleExchange(list, start, count, octets));
            start += count;
        }
        // Batches over what a first round left unread serve once; those over the whole list are kept.
        list.BatchesMadeFor = list.Settled == 0 ? capabilities.Revision : -1;
    }

    private static (int Count, int Octets) Fit(ReadList list, int start, Capabilities capabilities, int mostAnswer)
    {
        var targets = list.TargetSpan;
        var (answer, request, index) = (0, RequestHeader, start);
        for (; index < targets.Length && !list.IsSettled(index); index++)
        {
            var more = AnswerOctets(targets, index, start);
            request += AnswerSize.InRequest(targets[index], IsNewObject(targets, index, start));
            if (index > start && (answer + more > mostAnswer || request > capabilities.MaxApdu)) break;
            answer += more;
        }
        return (index - start, answer);
    }

    private static int AnswerOctets(ReadOnlySpan<PropertyReference> targets, int index, int start) =>
        IsNewObject(targets, index, start) ? AnswerSize.Of(targets[index]) : AnswerSize.Beside(targets[index]);

    private static bool IsNewObject(ReadOnlySpan<PropertyReference> targets, int index, int start) =>
        index == start || targets[index].Object != targets[index - 1].Object;
}
