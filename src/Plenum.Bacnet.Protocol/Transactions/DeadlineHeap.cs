namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>Things with deadlines, the nearest first: a binary heap that knows each thing's place, so that any of them can be moved or removed without a search.</summary>
public sealed class DeadlineHeap<T> where T : class, IHasDeadline
{
    private T[] _items = new T[64];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The thing whose deadline is nearest; null when there is none.</summary>
    public T? Nearest => Count == 0 ? null : _items[0];

    /// <summary>Puts a thing in, or moves it after its deadline has changed.</summary>
    public void Set(T item)
    {
        if (item.HeapIndex < 0)
        {
            if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
            Place(item, Count++);
        }
        Sink(Rise(item.HeapIndex));
    }

    /// <summary>Takes a thing out, if it is in.</summary>
    public void Remove(T item)
    {
        var hole = item.HeapIndex;
        if (hole < 0) return;
        item.HeapIndex = -1;
        var last = _items[--Count];
        _items[Count] = null!;
        if (ReferenceEquals(last, item)) return;
        Place(last, hole);
        Sink(Rise(hole));
    }

    private int Rise(int index)
    {
        while (index > 0 && _items[index].HeapDeadline < _items[(index - 1) / 2].HeapDeadline)
        {
            Swap(index, (index - 1) / 2);
            index = (index - 1) / 2;
        }
        return index;
    }

    private void Sink(int index)
    {
        for (var child = (2 * index) + 1; child < Count; child = (2 * index) + 1)
        {
            if (child + 1 < Count && _items[child + 1].HeapDeadline < _items[child].HeapDeadline) child++;
            if (_items[index].HeapDeadline <= _items[child].HeapDeadline) return;
            Swap(index, child);
            index = child;
        }
    }

    private void Swap(int one, int other)
    {
        var item = _items[one];
        Place(_items[other], one);
        Place(item, other);
    }

    private void Place(T item, int index)
    {
        _items[index] = item;
        item.HeapIndex = index;
    }
}

/// <summary>What a <see cref="DeadlineHeap{T}"/> orders.</summary>
public interface IHasDeadline
{
    /// <summary>When it is due; the heap is told by <see cref="DeadlineHeap{T}.Set"/> when this changes.</summary>
    TimeSpan HeapDeadline { get; }

    /// <summary>Its place in the heap, kept by the heap; -1 at first and while it is in none.</summary>
    int HeapIndex { get; set; }
}
