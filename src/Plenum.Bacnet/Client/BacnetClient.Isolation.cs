using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <content>Properties that spoil a batch: found once, and read alone from then on.</content>
public sealed partial class BacnetClient
{
    /// <summary>So many properties refused in a batch of their own and answered by ReadProperty, and none answered in any batch: the service itself is the reason.</summary>
    private const int EnoughToBlameTheService = 3;

    /// <summary>Halves a batch that was refused as a whole, or answered with octets that do not decode, until the properties are found that are the reason. What can be read is read on the way.</summary>
    private async ValueTask IsolateAsync(Device device, ReadList list, ReadMultipleExchange failed, TimeSpan? until, CancellationToken cancel)
    {
        var (wasAnswered, blamed, reads) = (false, new List<(int Place, string Why)>(), 0);
        var pieces = new Stack<ReadMultipleExchange>([failed]);
        while (pieces.TryPop(out var piece) && !(until is { } end && Now >= end) && !cancel.IsCancellationRequested)
        {
            if (piece.Count == 1)
            {
                blamed.Add((piece.Places[0], $"a ReadPropertyMultiple with it was {BatchVerdict.Told(piece)}"));
                await ReadSinglyAsync(device, list, piece.Places, until, toTheEnd: false, cancel).ConfigureAwait(false);
                if (list.Results[piece.Places[0]].HasValue && ++reads == EnoughToBlameTheService && !wasAnswered) break;
                continue;
            }
            foreach (var half in Halves(list, piece))
            {
                half.MostTries = OnlyRetries;
                half.Reply = await SendAsync(half, device, until, cancel).ConfigureAwait(false);
                if (half.Reply.IsAnswered) list.Settle(half);
                wasAnswered |= half.Reply.IsAnswered;
                if (BatchVerdict.IsAboutContent(half)) pieces.Push(half);   // what was too much, or not answered, comes in the next round
            }
        }
        Blame(device.Capabilities, list, blamed, wasAnswered || device.Capabilities.LargestAnswered > 0, reads);
    }

    private void Blame(Capabilities capabilities, ReadList list, List<(int Place, string Why)> blamed, bool batchesWork, int reads)
    {
        var now = _time.GetUtcNow();
        if (!batchesWork && reads >= EnoughToBlameTheService)
        {
            capabilities.OnNoReadMultiple($"{blamed[0].Why}, and the same with each other property; ReadProperty is answered", now);
            return;
        }
        foreach (var (place, why) in blamed) capabilities.OnBadInBatch(list.Targets[place], why, now);
    }

    private static ReadMultipleExchange[] Halves(ReadList list, ReadMultipleExchange piece)
    {
        int[] places = [.. piece.Places];
        return [.. new[] { places[..(places.Length / 2)], places[(places.Length / 2)..] }.Select(half => BatchPlanner.First(list, half, int.MaxValue, int.MaxValue))];
    }
}
