using System.Collections;
using System.Runtime.CompilerServices;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>A SEQUENCE OF: immutable elements in order, equal when the elements are. Its default is the empty one.</summary>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Create))]
public readonly struct Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly T[]? _elements;

    internal Sequence(T[] elements) => _elements = elements;

    /// <inheritdoc/>
    public int Count => _elements?.Length ?? 0;

    /// <inheritdoc/>
    public T this[int index] => _elements is null ? throw new ArgumentOutOfRangeException(nameof(index)) : _elements[index];

    /// <summary>The elements as a span.</summary>
    public ReadOnlySpan<T> AsSpan() => _elements;

    /// <inheritdoc/>
    public bool Equals(Sequence<T> other) => _elements.AsSpan().SequenceEqual(other._elements);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var element in this) hash.Add(element);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => (_elements ?? []).AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The elements, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);

    /// <summary>Whether two sequences have equal elements.</summary>
    public static bool operator ==(Sequence<T> left, Sequence<T> right) => left.Equals(right);

    /// <summary>Whether two sequences differ.</summary>
    public static bool operator !=(Sequence<T> left, Sequence<T> right) => !left.Equals(right);
}

/// <summary>Makes a <see cref="Sequence{T}"/>, also behind a collection expression.</summary>
public static class Sequence
{
    /// <summary>A sequence of copies of the elements.</summary>
    public static Sequence<T> Create<T>(ReadOnlySpan<T> elements) => new(elements.ToArray());
}
