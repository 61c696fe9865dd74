using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <content>Arrays that may be larger than any answer, above all a device's list of its objects (BTL guideline 3.3).</content>
public sealed partial class BacnetClient
{
    private const int ArrayTries = 3;
    private const ulong MostElements = 1_000_000;

    /// <summary>Reads the list of a device's objects, whole where an answer holds it, otherwise element by element.</summary>
    /// <inheritdoc cref="ReadArrayAsync" path="/param"/>
    /// <exception cref="BacnetTimeoutException">Nobody answered, or not to the end.</exception>
    /// <exception cref="BacnetRefusedException">The device refused, or its list changed three times while it was read.</exception>
    public async ValueTask<IReadOnlyList<ObjectId>> ReadObjectListAsync(Device device, TimeSpan? until = null, CancellationToken cancel = default)
    {
        var list = new PropertyReference(device.ObjectId, PropertyId.ObjectList);
        var read = await ReadArrayAsync(device, list, until, cancel).ConfigureAwait(false);
        if (read.Error is { } refusal) throw new BacnetRefusedException(list.ToString(), refusal);
        if (read.Value.Elements.Any(element => element.Kind != BacnetKind.ObjectId))
            throw new BacnetRefusedException($"{list}: the device has something other than objects in it: {read.Value.Elements.First(element => element.Kind != BacnetKind.ObjectId)}");
        return [.. read.Value.Elements.Select(element => element.AsObjectId)];
    }

    /// <summary>Reads an array property, whole where an answer holds it, otherwise element by element in batches. That it is one state of the array is made sure of by its size, and for a list of objects by Database_Revision too: what changed meanwhile is read anew.</summary>
    /// <param name="device">The device.</param>
    /// <param name="array">The property, without an index.</param>
    /// <param name="until">Tries go on until then, on the clock of <see cref="Now"/>; null for the policy's retries alone.</param>
    /// <param name="cancel">Gives the reading up.</param>
    /// <returns>A list with one value for each element, or the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered, or not to the end.</exception>
    /// <exception cref="BacnetRefusedException">The array changed three times while it was read, or the device says that it has more than a million elements.</exception>
    public async ValueTask<PropertyResult> ReadArrayAsync(Device device, PropertyReference array, TimeSpan? until = null, CancellationToken cancel = default)
    {
        for (var tries = 0; tries < ArrayTries; tries++)
        {
            var before = await ReadSizeAsync(device, array, until, cancel).ConfigureAwait(false);
            if (before.Size is not { HasValue: true, Value: { Kind: BacnetKind.Unsigned } told })
            {
                var all = await ReadWholeAsync(device, array, until, cancel).ConfigureAwait(false);   // it does not tell its size: all or nothing
                return all.Error == BacnetError.Timeout ? throw new BacnetTimeoutException(Diagnose(device.Address, array.ToString(), tries: 0)) : all;
            }
            var size = told.AsUnsigned;
            if (size > MostElements) throw new BacnetRefusedException($"{array}: the device says that it has {size} elements, which is more than the {MostElements} that are believed");
            if (AnswerSize.OfArray(array, size) <= device.Capabilities.MostAnswer || device.Segmentation is Segmentation.SegmentedBoth or Segmentation.SegmentedTransmit)
            {
                var whole = await ReadWholeAsync(device, array, until: null, cancel).ConfigureAwait(false);
                if (!(whole.Error is { } error && (error == BacnetError.Timeout || BatchVerdict.IsAboutSize(error)))) return whole;
            }
            var elements = await ReadElementsAsync(device, array, (uint)size, until, cancel).ConfigureAwait(false);
            if (elements.Error?.Code == ErrorCode.InvalidArrayIndex) continue;   // it has become shorter
            if (elements.Error is not null || before == await ReadSizeAsync(device, array, until, cancel).ConfigureAwait(false)) return elements;
        }
        throw new BacnetRefusedException($"{array} changed each of the {ArrayTries} times that it was read element by element: read it again when the device's configuration is at rest");
    }

    /// <summary>Whether a refusal says that an answer, or the request for it, is too large: an array may still be read by <see cref="ReadArrayAsync"/>.</summary>
    public static bool IsTooLarge(BacnetError refusal) => BatchVerdict.IsAboutSize(refusal);

    /// <summary>How many elements an array has, and of a list of objects which revision it is.</summary>
    private async ValueTask<(PropertyResult Size, PropertyResult Revision)> ReadSizeAsync(Device device, PropertyReference array, TimeSpan? until, CancellationToken cancel)
    {
        PropertyReference size = array with { ArrayIndex = 0 };
        var list = new ReadList(array.Property == PropertyId.ObjectList ? [size, new(array.Object, PropertyId.DatabaseRevision)] : [size]);
        await ReadAsync(device, list, until, cancel).ConfigureAwait(false);
        if (list.Settled < list.Targets.Count) throw new BacnetTimeoutException(Diagnose(device.Address, size.ToString(), tries: 0));
        return (list.Results[0], list.Results[^1]);
    }

    /// <summary>The whole array by one ReadProperty; silence is <see cref="BacnetError.Timeout"/> here, because an answer may be too large to come.</summary>
    private async ValueTask<PropertyResult> ReadWholeAsync(Device device, PropertyReference array, TimeSpan? until, CancellationToken cancel)
    {
        var exchange = new ReadPropertyExchange { Target = array };
        var reply = await SendAsync(exchange, device, until, cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        if (reply.IsSilence) return new(BacnetError.Timeout);
        if (!reply.IsAnswered) return new(reply.Error);
        return exchange.Value.Kind == BacnetKind.List ? new(exchange.Value) : new(BacnetValue.List([exchange.Value]));
    }

    private async ValueTask<PropertyResult> ReadElementsAsync(Device device, PropertyReference array, uint size, TimeSpan? until, CancellationToken cancel)
    {
        var list = new ReadList(Enumerable.Range(1, (int)size).Select(index => array with { ArrayIndex = (uint)index }));
        await ReadAsync(device, list, until, cancel).ConfigureAwait(false);
        if (list.Settled < list.Targets.Count)
            throw new BacnetTimeoutException(Diagnose(device.Address, $"{list.Targets.Count - list.Settled} of the {size} elements of {array}", tries: 0));
        var elements = new List<BacnetValue>((int)size);
        foreach (var result in list.Results)
        {
            if (result.Error is not null) return result;
            if (result.Value.Kind == BacnetKind.List) elements.AddRange(result.Value.Elements);   // an element of several values
            else elements.Add(result.Value);
        }
        return new(BacnetValue.List(elements));
    }
}
