using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>One property that all objects of a class have: how it is read and, where it can be, written.</summary>
/// <typeparam name="T">The class of the objects.</typeparam>
/// <param name="Id">Which property.</param>
/// <param name="Read">Its value; for a list or an array, one element for each of theirs.</param>
public record LocalProperty<T>(PropertyId Id, Func<T, BacnetValue> Read)
{
    /// <summary>Whether an object has it; null for all of them.</summary>
    public Func<T, bool>? When { get; init; }

    /// <summary>Takes a value, or says why not; null where it cannot be written.</summary>
    public Func<T, BacnetValue, BacnetError?>? Write { get; init; }

    /// <summary>How many elements an array has; null where it is none.</summary>
    public Func<T, int>? Length { get; init; }

    /// <summary>An element of an array, counted from 0.</summary>
    public Func<T, int, BacnetValue>? ElementAt { get; init; }

    /// <summary>The items of a list; null where it is none.</summary>
    public Func<T, ItemList>? Items { get; init; }

    /// <summary>Whether it can only be read in parts, as a log's buffer is.</summary>
    public bool IsOnlyReadInParts { get; init; }

    /// <summary>Adds elements to a list, or says why not; null where that cannot be done.</summary>
    public Func<T, BacnetValue, ElementError?>? Add { get; init; }

    /// <summary>Removes elements from a list, or says why not; null where that cannot be done.</summary>
    public Func<T, BacnetValue, ElementError?>? Remove { get; init; }

    /// <summary>The property of one object, or an element of it.</summary>
    internal PropertyResult ReadOf(T self, uint? index)
    {
        if (IsOnlyReadInParts) return new(Refusals.ReadAccessDenied);
        if (index is null) return new(Read(self));
        if (Length is null) return new(Refusals.PropertyIsNotAnArray);
        var length = Length(self);
        if (index == 0) return new(BacnetValue.Unsigned((ulong)length));
        return index <= length ? new(ElementAt!(self, (int)index - 1)) : new(Refusals.InvalidArrayIndex);
    }

    /// <summary>Takes a value for the property of one object.</summary>
    internal BacnetError? WriteTo(T self, uint? index, BacnetValue value)
    {
        if (index is not null && Length is null) return Refusals.PropertyIsNotAnArray;
        return Write is null || index is not null ? Refusals.WriteAccessDenied : Write(self, value);
    }
}
