using System.Diagnostics.CodeAnalysis;

namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Compares names letter by letter and digit by digit, so that <c>presentValue</c>, <c>present-value</c> and <c>PRESENT_VALUE</c> are one name.</summary>
internal sealed class NameComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
{
    private const int End = -1;

    public static NameComparer Instance { get; } = new();

    public bool Equals(string? x, string? y) => x is null || y is null ? x == y : Equals(x.AsSpan(), y);

    public bool Equals(ReadOnlySpan<char> alternate, string other)
    {
        int left = 0, right = 0;
        while (true)
        {
            var mine = Next(alternate, ref left);
            if (mine != Next(other, ref right)) return false;
            if (mine == End) return true;
        }
    }

    public int GetHashCode([DisallowNull] string obj) => GetHashCode(obj.AsSpan());

    public int GetHashCode(ReadOnlySpan<char> alternate)
    {
        var hash = new HashCode();
        var at = 0;
        while (Next(alternate, ref at) is var letter and not End) hash.Add(letter);
        return hash.ToHashCode();
    }

    public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();

    /// <summary>The next character that counts, in lower case; <see cref="End"/> when there is none.</summary>
    private static int Next(ReadOnlySpan<char> name, ref int at)
    {
        while (at < name.Length && name[at] is '-' or '_') at++;
        return at < name.Length ? char.ToLowerInvariant(name[at++]) : End;
    }
}
