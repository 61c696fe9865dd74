using System.Buffers;

namespace Plenum.Gateway.Configuration;

/// <summary>An address as people write it, taken apart and not yet judged: <c>host[/mask][:port]</c>.</summary>
internal readonly record struct WrittenAddress(string Host, string? Mask, string? Port)
{
    private static readonly SearchValues<char> PatternLetters = SearchValues.Create("0123456789.xX");

    public static WrittenAddress Parse(string text)
    {
        var (host, port) = Cut(text.Trim(), ':', last: true);
        (host, var mask) = Cut(host, '/', last: false);
        return new(host, mask, port);
    }

    /// <summary>Whether this stands for more than one device, or for one behind a router: <c>*</c>, <c>192.168.X.X</c>, <c>11:10.20.1.30</c>, <c>5:12</c>, <c>…@router</c>.</summary>
    public bool IsPattern
    {
        get
        {
            var host = Host.AsSpan();
            var hasWildcard = host.IndexOfAny("*@:") >= 0 || (host.IndexOfAny('x', 'X') >= 0 && !host.ContainsAnyExcept(PatternLetters));
            var isNetworkNumber = Port is not null && !host.ContainsAnyExceptInRange('0', '9');
            return hasWildcard || isNetworkNumber;
        }
    }

    private static (string Before, string? After) Cut(string text, char at, bool last)
    {
        var place = last ? text.LastIndexOf(at) : text.IndexOf(at);
        return place < 0 ? (text, null) : (text[..place], text[(place + 1)..]);
    }
}
