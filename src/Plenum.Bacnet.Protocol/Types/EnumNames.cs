using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Plenum.Bacnet.Protocol.Types;

/// <summary>The names of one of the standard's enumerations: <c>presentValue</c> (camelCase) and <c>present-value</c> (as the standard writes it).</summary>
/// <remarks>Both forms and plain numbers parse, without regard to case; a number without a name is itself.</remarks>
public static class EnumNames<T> where T : struct, Enum
{
    private static readonly FrozenDictionary<T, (string Camel, string Kebab)> Names = Enum.GetValues<T>().Distinct()
        .ToFrozenDictionary(value => value, value => (ToCamel(value.ToString()), ToKebab(value.ToString())));

    private static readonly FrozenDictionary<string, T> Values = Names
        .SelectMany(pair => new[] { (Name: pair.Value.Camel, pair.Key), (Name: pair.Value.Kebab, pair.Key) })
        .DistinctBy(pair => pair.Name, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(pair => pair.Name, pair => pair.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Every name in camelCase, in the order of the numbers.</summary>
    public static IEnumerable<string> All => Names.OrderBy(pair => pair.Key).Select(pair => pair.Value.Camel);

    /// <summary><c>presentValue</c>, or the number where the standard gives no name.</summary>
    public static string CamelCase(T value) => Names.TryGetValue(value, out var name) ? name.Camel : Number(value);

    /// <summary><c>present-value</c>, or the number where the standard gives no name.</summary>
    public static string Kebab(T value) => Names.TryGetValue(value, out var name) ? name.Kebab : Number(value);

    /// <summary>Reads a name in either form or a number that fits the enumeration's width.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out T value)
    {
        if (Values.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out value)) return true;
        return !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0 && Enum.TryParse(text, out value);
    }

    private static string Number(T value) => value.ToString("D");

    private static string ToCamel(string pascal) => char.ToLower(pascal[0], CultureInfo.InvariantCulture) + pascal[1..];

    private static string ToKebab(string pascal)
    {
        var kebab = new StringBuilder(pascal.Length + 8);
        foreach (var letter in pascal)
        {
            if (kebab.Length > 0 && char.IsUpper(letter)) kebab.Append('-');
            kebab.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }
        return kebab.ToString();
    }
}
