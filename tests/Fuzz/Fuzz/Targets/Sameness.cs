using System.Collections;
using System.Reflection;

namespace Plenum.Fuzz.Targets;

/// <summary>Whether two messages say the same. Records compare lists by reference; here they are compared element by element.</summary>
internal static class Sameness
{
    public static bool IsSame(object? one, object? other)
    {
        if (Equals(one, other)) return true;
        if (one is null || other is null || one.GetType() != other.GetType()) return false;
        if (one is IEnumerable elements) return AreSame(elements, (IEnumerable)other);
        if (Octets(one) is { } octets) return octets.AsSpan().SequenceEqual(Octets(other));
        var fields = one.GetType().GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public);
        return fields.Length > 0 && !one.GetType().IsPrimitive && Array.TrueForAll(fields, field => IsSame(field.GetValue(one), field.GetValue(other)));
    }

    private static byte[]? Octets(object value) => value is ReadOnlyMemory<byte> memory ? memory.ToArray() : null;

    private static bool AreSame(IEnumerable one, IEnumerable other)
    {
        var (left, right) = (one.Cast<object?>().ToList(), other.Cast<object?>().ToList());
        return left.Count == right.Count && left.Zip(right).All(pair => IsSame(pair.First, pair.Second));
    }
}
