using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Plenum.Bacnet.Protocol.Types;

/// <summary>The names of one enumeration by their numbers. One class for all enumerations: a dictionary for each would be compiled for each.</summary>
internal sealed class NameTable
{
    private readonly FrozenDictionary<ulong, (string Camel, string Kebab)> _names;
    private readonly FrozenDictionary<string, ulong>.AlternateLookup<ReadOnlySpan<char>> _numbers;

    private NameTable(Dictionary<ulong, (string Camel, string Kebab)> names, Dictionary<string, ulong> numbers)
    {
        _names = names.ToFrozenDictionary();
        _numbers = numbers.ToFrozenDictionary(NameComparer.Instance).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>Every name in camelCase, in the order of the numbers.</summary>
    public IEnumerable<string> All => _names.OrderBy(pair => pair.Key).Select(pair => pair.Value.Camel);

    /// <summary>The names of an enumeration's members.</summary>
    public static NameTable Of(Type enumeration)
    {
        Dictionary<ulong, (string Camel, string Kebab)> names = [];
        Dictionary<string, ulong> numbers = new(NameComparer.Instance);
        foreach (var boxed in Enum.GetValuesAsUnderlyingType(enumeration))
        {
            var (member, number) = ((Enum)Enum.ToObject(enumeration, boxed), Convert.ToUInt64(boxed, CultureInfo.InvariantCulture));
            names[number] = (ToCamel(member), ToKebab(member));
            numbers[names[number].Kebab] = number;
        }
        foreach (var (name, member) in IrregularNames.Aliases)
            if (member.GetType() == enumeration) numbers[name] = Convert.ToUInt64(member, CultureInfo.InvariantCulture);
        return new(names, numbers);
    }

    /// <summary>The name in camelCase; null if there is none.</summary>
    public string? Camel(ulong number) => _names.TryGetValue(number, out var name) ? name.Camel : null;

    /// <summary>The name as the standard writes it; null if there is none.</summary>
    public string? Kebab(ulong number) => _names.TryGetValue(number, out var name) ? name.Kebab : null;

    /// <summary>Reads a name in either form or a number up to the greatest that the enumeration can hold; false for anything else.</summary>
    public bool TryParse(ReadOnlySpan<char> text, ulong greatest, out ulong number) =>
        _numbers.TryGetValue(text, out number) || (ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= greatest);

    private static string ToCamel(Enum member)
    {
        var pascal = member.ToString();
        return IrregularNames.Spelling(member) ?? char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    private static string ToKebab(Enum member)
    {
        if (IrregularNames.Spelling(member) is { } spelling) return spelling;
        var pascal = member.ToString();
        var kebab = new StringBuilder(pascal.Length + 8);
        foreach (var letter in pascal)
        {
            if (kebab.Length > 0 && char.IsUpper(letter)) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(letter));
        }
        return kebab.ToString();
    }
}
