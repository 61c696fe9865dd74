using System.Collections.Frozen;
using System.Text;

namespace Plenum.Bacnet.Protocol.Types;

/// <summary>The names of one of the standard's enumerations: <c>presentValue</c> (camelCase) and <c>present-value</c> (as the standard writes it).</summary>
/// <remarks>Both forms, the names of other editions of the standard and plain numbers parse, without regard to case, hyphens and
/// underscores; a number without a name is itself.</remarks>
public static class EnumNames<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, (string Camel, string Kebab)> Names = Enum.GetValues<T>()
        .ToFrozenDictionary(value => value, value => (ToCamel(value), ToKebab(value)));

    private static readonly FrozenDictionary<string, T> Values = Names
        .Select(pair => KeyValuePair.Create(pair.Value.Kebab, pair.Key))
        .Concat(IrregularNames.AliasesOf<T>())
        .ToFrozenDictionary(NameComparer.Instance);

    private static readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> ByName =
        Values.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Every name in camelCase, in the order of the numbers.</summary>
    public static IEnumerable<string> All => Names.OrderBy(pair => pair.Key).Select(pair => pair.Value.Camel);

    /// <summary><c>presentValue</c>, or the number where the standard gives no name.</summary>
    public static string CamelCase(T value) => Names.TryGetValue(value, out var name) ? name.Camel : Number(value);

    /// <summary><c>present-value</c>, or the number where the standard gives no name.</summary>
    public static string Kebab(T value) => Names.TryGetValue(value, out var name) ? name.Kebab : Number(value);

    /// <summary>Reads a name in either form or a number that fits the enumeration's width; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out T value)
    {
        if (ByName.TryGetValue(text, out value)) return true;
        return !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0 && Enum.TryParse(text, out value);
    }

    private static string Number(T value) => value.ToString("D");

    private static string ToCamel(T value)
    {
        var pascal = value.ToString();
        return IrregularNames.Spelling(value) ?? char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    private static string ToKebab(T value)
    {
        if (IrregularNames.Spelling(value) is { } spelling) return spelling;
        var pascal = value.ToString();
        var kebab = new StringBuilder(pascal.Length + 8);
        foreach (var letter in pascal)
        {
            if (kebab.Length > 0 && char.IsUpper(letter)) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }
}
