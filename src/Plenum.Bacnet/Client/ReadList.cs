using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Properties of one device that are read together, again and again, and what came of the last reading.</summary>
/// <remarks>One reading at a time. Batches are kept between readings, so that a reading in the steady state allocates nothing.</remarks>
public sealed class ReadList
{
    private readonly PropertyReference[] _targets;
    private readonly PropertyResult[] _results;
    private readonly bool[] _settled, _silent, _silentBefore;

    /// <summary>A list of these properties, in this order; neighbours of one object share a specification in the request.</summary>
    /// <exception cref="ArgumentException">One of them is ALL, REQUIRED or OPTIONAL, which stands for many properties.</exception>
    public ReadList(IEnumerable<PropertyReference> targets)
    {
        _targets = [.. targets];
        foreach (var target in _targets)
            if (target.Property is PropertyId.All or PropertyId.Required or PropertyId.Optional)
                throw new ArgumentException($"{target} stands for many properties, and a list has one result for each of its own: name the properties", nameof(targets));
        _results = new PropertyResult[_targets.Length];
        (_settled, _silent, _silentBefore) = (new bool[_targets.Length], new bool[_targets.Length], new bool[_targets.Length]);
        AllPlaces = [.. Enumerable.Range(0, _targets.Length)];
    }

    /// <summary>What is read.</summary>
    public IReadOnlyList<PropertyReference> Targets => _targets;

    /// <summary>What came of the last reading, each in its target's place: a value, the device's refusal, or <see cref="BacnetError.Timeout"/>.</summary>
    public ReadOnlySpan<PropertyResult> Results => _results;

    /// <summary>How many properties of the last reading the device said something about, be it a value or a refusal.</summary>
    public int Settled { get; private set; }

    internal ReadOnlySpan<PropertyReference> TargetSpan => _targets;

    internal Span<PropertyResult> ResultSpan => _results;

    /// <summary>0, 1, 2 and so on.</summary>
    internal int[] AllPlaces { get; }

    internal List<ReadMultipleExchange> Batches { get; } = [];

    internal List<ValueTask<Reply>> Replies { get; } = [];

    /// <summary>Places of the properties that are read alone.</summary>
    internal List<int> Alone { get; } = [];

    /// <summary>What the batches of the whole list were planned by; default when there are none, or only some for what was left.</summary>
    internal (Capabilities? Capabilities, int Revision) PlannedBy { get; set; }

    internal void Begin()
    {
        _results.AsSpan().Fill(new PropertyResult(BacnetError.Timeout));
        _settled.AsSpan().Clear();
        _silent.CopyTo(_silentBefore.AsSpan());
        _silent.AsSpan().Clear();
        Settled = 0;
    }

    internal bool IsSettled(int index) => _settled[index];

    /// <summary>Whether it is the turn of a property that is read by itself.</summary>
    internal bool IsDue(int index, ReadTurn turn) => !_settled[index] && turn switch
    {
        ReadTurn.Usual => !_silent[index] && !_silentBefore[index],
        ReadTurn.SilentBefore => !_silent[index] && _silentBefore[index],
        _ => Settled == 0 || !_silentBefore[index],
    };

    internal bool HasDue(IReadOnlyList<int> places, ReadTurn turn)
    {
        for (var i = 0; i < places.Count; i++)
            if (IsDue(places[i], turn)) return true;
        return false;
    }

    /// <summary>A property that was asked for by itself was not answered.</summary>
    internal void OnSilence(int index) => _silent[index] = true;

    /// <summary>Takes what an answered batch has put into its places.</summary>
    internal void Settle(ReadMultipleExchange batch)
    {
        for (var i = 0; i < batch.Count; i++) Settle(batch.Places[i]);
    }

    internal void Settle(int index, PropertyResult result)
    {
        _results[index] = result;
        Settle(index);
    }

    private void Settle(int index)
    {
        if (!_settled[index]) Settled++;
        _settled[index] = true;
        _silent[index] = false;
    }
}
