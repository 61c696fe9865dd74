using System.Reflection;

namespace Plenum.TestKit;

/// <summary>Counts what an object keeps alive of this program's own objects and collections. What grows with the number of datagrams, and not with the number of devices asked for, is a leak.</summary>
/// <remarks>Counts objects and elements of arrays, not bytes of the heap: the same in every run, whatever else the process does.</remarks>
public static class Census
{
    /// <summary>How many objects and array elements are reached from some objects, through fields and elements.</summary>
    public static long Of(params object[] roots)
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Stack<object> open = new(roots);
        long count = 0;
        while (open.TryPop(out var next))
        {
            if (!next.GetType().IsValueType && !seen.Add(next)) continue;
            count++;
            if (next is Array array) count += CountElements(array, open);
            else Reach(next, open);
        }
        return count;
    }

    private static int CountElements(Array array, Stack<object> open)
    {
        if (array.GetType().GetElementType() is { IsPrimitive: false })
            foreach (var element in array) Push(element, open);
        return array.Length;
    }

    private static void Reach(object owner, Stack<object> open)
    {
        for (var type = owner.GetType(); type is not null; type = type.BaseType)
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer && !field.FieldType.IsByRefLike) Push(field.GetValue(owner), open);
    }

    private static void Push(object? value, Stack<object> open)
    {
        if (value is not null && (value is Array || IsOurs(value.GetType()))) open.Push(value);
    }

    /// <summary>The program's own types, and the collections that it keeps things in. Not the network of the test, nor what the runtime keeps for itself.</summary>
    private static bool IsOurs(Type type) => type.Namespace is { } space
        && (space.StartsWith("Plenum.Bacnet", StringComparison.Ordinal) && !space.Contains(".Tests", StringComparison.Ordinal)
            || space.StartsWith("System.Collections", StringComparison.Ordinal)
            || (space == "System.Threading.Channels")
            || (space == "System" && type.IsGenericType && type.IsValueType));
}
