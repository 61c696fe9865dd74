using System.Globalization;
using System.Runtime.CompilerServices;

namespace Plenum.Bacnet.Protocol.Types;

/// <summary>The names of one of the standard's enumerations: <c>presentValue</c> (camelCase) and <c>present-value</c> (as the standard writes it).</summary>
/// <remarks>Both forms, the names of other editions of the standard and plain numbers parse, without regard to case, hyphens and
/// underscores; a number without a name is itself.</remarks>
public static class EnumNames<T> where T : struct, Enum
{
    private static readonly NameTable Table = NameTable.Of(typeof(T));

    private static ulong Greatest => Unsafe.SizeOf<T>() switch { 1 => byte.MaxValue, 2 => ushort.MaxValue, 4 => uint.MaxValue, _ => ulong.MaxValue };

    /// <summary>Every name in camelCase, in the order of the numbers.</summary>
    public static IEnumerable<string> All => Table.All;

    /// <summary><c>presentValue</c>, or the number where the standard gives no name.</summary>
    public static string CamelCase(T value) => Table.Camel(ToNumber(value)) ?? Text(value);

    /// <summary><c>present-value</c>, or the number where the standard gives no name.</summary>
    public static string Kebab(T value) => Table.Kebab(ToNumber(value)) ?? Text(value);

    /// <summary>The standard's name of a number; null where it has none.</summary>
    internal static string? Kebab(ulong number) => Table.Kebab(number);

    /// <summary>Reads a name in either form or a number that fits the enumeration's width; false for anything else.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out T value)
    {
        value = default;
        if (!Table.TryParse(text, Greatest, out var number)) return false;
        value = ToValue(number);
        return true;
    }

    private static string Text(T value) => ToNumber(value).ToString(CultureInfo.InvariantCulture);

    private static ulong ToNumber(T value) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<T, byte>(value),
        2 => Unsafe.BitCast<T, ushort>(value),
        4 => Unsafe.BitCast<T, uint>(value),
        _ => Unsafe.BitCast<T, ulong>(value),
    };

    private static T ToValue(ulong number) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.BitCast<byte, T>((byte)number),
        2 => Unsafe.BitCast<ushort, T>((ushort)number),
        4 => Unsafe.BitCast<uint, T>((uint)number),
        _ => Unsafe.BitCast<ulong, T>(number),
    };
}
