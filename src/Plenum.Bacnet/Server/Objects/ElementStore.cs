using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>The elements of a list property that others may change (clauses 15.1, 15.2): each at most once, in the order in which they came.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <param name="room">How many there may be.</param>
/// <param name="check">Says why an element cannot be one; null when any can.</param>
public sealed class ElementStore<T>(int room, Func<T, BacnetError?>? check = null) where T : IConstructed<T>
{
    private const int MostOctets = 1 << 16;

    private volatile T[] _elements = [];

    /// <summary>The elements as they are now.</summary>
    public IReadOnlyList<T> Elements => _elements;

    /// <summary>Is told after every change.</summary>
    public Action? Changed { get; set; }

    /// <summary>Puts elements in the place of all that were there.</summary>
    public void Set(params IEnumerable<T> elements) => _elements = [.. elements];

    /// <summary>The elements as values.</summary>
    public IReadOnlyList<BacnetValue> ToValues() => [.. _elements.Select(Typed.ToValue)];

    internal BacnetError? Replace(BacnetValue value)
    {
        if (TryRead(value, out var elements) is { } refusal) return refusal.Error;
        if (elements.Count > room) return new BacnetError(ErrorClass.Resources, ErrorCode.NoSpaceToWriteProperty);
        return Keep([.. elements.Distinct()]);
    }

    internal ElementError? Add(BacnetValue value)
    {
        if (TryRead(value, out var elements) is { } refusal) return refusal;
        T[] all = [.. _elements.Union(elements)];
        if (all.Length > room) return new(Refusals.NoSpaceToAddListElement, (uint)elements.FindIndex(element => element.Equals(all[room])) + 1);
        Keep(all);
        return null;
    }

    internal ElementError? Remove(BacnetValue value)
    {
        if (TryRead(value, out var elements) is { } refusal) return refusal;
        var missing = elements.FindIndex(element => !_elements.Contains(element));
        if (missing >= 0) return new(Refusals.ListElementNotFound, (uint)missing + 1);
        Keep([.. _elements.Except(elements)]);
        return null;
    }

    private BacnetError? Keep(T[] elements)
    {
        _elements = elements;
        Changed?.Invoke();
        return null;
    }

    /// <summary>The elements of a value, or which of them is none.</summary>
    private ElementError? TryRead(BacnetValue value, out List<T> elements)
    {
        elements = [];
        var writer = new TagWriter(new byte[MostOctets]);
        writer.WriteValue(value);
        if (writer.Overflowed) return new(new BacnetError(ErrorClass.Resources, ErrorCode.NoSpaceToAddListElement), 0);
        var reader = new TagReader(writer.Written);
        while (!reader.IsAtEnd)
        {
            var element = T.Read(ref reader);
            if (reader.Error != DecodeError.None)
                return new(reader.Error == DecodeError.OutOfRange ? Refusals.ValueOutOfRange : Refusals.InvalidDataType, (uint)elements.Count + 1);
            if (check?.Invoke(element) is { } refusal) return new(refusal, (uint)elements.Count + 1);
            elements.Add(element);
        }
        return null;
    }
}
