using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetPriorityArray (clause 21): who commands a property, priority 1 (highest) to 16; the first that is not NULL holds (clause 19.2).</summary>
/// <param name="Values">The sixteen values; that of priority 1 is the first.</param>
/// <remarks><code>
/// BACnetPriorityArray ::= SEQUENCE SIZE (16) OF BACnetPriorityValue
/// </code></remarks>
public readonly record struct PriorityArray(Sequence<PriorityValue> Values) : IConstructed<PriorityArray>
{
    /// <summary>How many priorities there are.</summary>
    public const int Size = 16;

    /// <summary>The priority that holds, 1 to 16; null where nobody commands and the relinquish default holds.</summary>
    public int? Active
    {
        get
        {
            for (var place = 0; place < Values.Count; place++)
                if (!Values[place].IsRelinquished) return place + 1;
            return null;
        }
    }

    /// <inheritdoc/>
    public static PriorityArray Read(ref TagReader reader)
    {
        var values = new PriorityValue[Size];
        for (var place = 0; place < Size; place++) values[place] = PriorityValue.Read(ref reader);
        return new(new(values));
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer) => writer.WriteAll(Values);

    /// <summary>Who commands what: <c>8: 21.5, 16: 20</c>, or <c>nobody commands</c>.</summary>
    public override string ToString() => ToText(value => value.ToString());

    internal string ToText(Func<PriorityValue, string> name)
    {
        List<string> commands = [];
        for (var place = 0; place < Values.Count; place++)
            if (!Values[place].IsRelinquished) commands.Add($"{place + 1}: {name(Values[place])}");
        return commands.Count == 0 ? "nobody commands" : string.Join(", ", commands);
    }
}
