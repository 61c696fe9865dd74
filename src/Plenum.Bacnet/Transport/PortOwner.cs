using System.Globalization;
using System.Net;

namespace Plenum.Bacnet.Transport;

/// <summary>Who holds a UDP port.</summary>
/// <param name="ProcessId">The process; null when it cannot be seen from here (another user's, or outside this container).</param>
/// <param name="Name">The process's name; null when it cannot be seen from here.</param>
/// <param name="UserId">The user that opened the socket.</param>
public sealed record PortOwner(int? ProcessId, string? Name, int UserId)
{
    private const int LocalAddressColumn = 1, UserIdColumn = 7, InodeColumn = 9;

    /// <summary>Asks Linux who stands in the way of a bind.</summary>
    /// <returns>Null where nobody does, and on systems without /proc.</returns>
    public static PortOwner? Find(IPEndPoint wanted)
    {
        var holder = Sockets("/proc/net/udp").Concat(Sockets("/proc/net/udp6")).Where(socket => socket.Collides(wanted)).FirstOrDefault();
        if (holder is null) return null;
        foreach (var process in Processes())
        {
            if (Holds(process, holder.Inode)) return new(process, NameOf(process), holder.UserId);
        }
        return new(null, null, holder.UserId);
    }

    /// <summary><c>process 1234 (python3)</c>, or what is known of one that cannot be seen.</summary>
    public override string ToString() => ProcessId is { } id
        ? $"process {id} ({Name ?? "name unknown"})"
        : $"a process of user {UserId} that cannot be seen from here (another container, or another user's)";

    private static IEnumerable<UdpSocketLine> Sockets(string table)
    {
        if (!File.Exists(table)) yield break;
        foreach (var line in File.ReadLines(table).Skip(1))
        {
            var columns = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (columns.Length > InodeColumn) yield return UdpSocketLine.Parse(columns);
        }
    }

    private static IEnumerable<int> Processes() => Directory.EnumerateDirectories("/proc")
        .Select(path => int.TryParse(Path.GetFileName(path), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Where(id => id > 0);

    private static bool Holds(int process, string inode)
    {
        try
        {
            return Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Any(file => new FileInfo(file).LinkTarget == $"socket:[{inode}]");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false; // it has just ended, or it is another user's: then it stays unnamed
        }
    }

    private static string? NameOf(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/comm").Trim();
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>A line of /proc/net/udp or udp6: addresses in hexadecimal, each group of four octets in the machine's order.</summary>
    private sealed record UdpSocketLine(bool AnyAddress, IPAddress? Address, int Port, int UserId, string Inode)
    {
        public static UdpSocketLine Parse(string[] columns)
        {
            var local = columns[LocalAddressColumn];
            var colon = local.IndexOf(':', StringComparison.Ordinal);
            var hex = local.AsSpan(0, colon);
            return new(
                AnyAddress: hex.IndexOfAnyExcept('0') < 0,
                Address: hex.Length == 8 ? new IPAddress(BitConverter.GetBytes(uint.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))) : null,
                Port: int.Parse(local.AsSpan(colon + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                UserId: int.Parse(columns[UserIdColumn], CultureInfo.InvariantCulture),
                Inode: columns[InodeColumn]);
        }

        public bool Collides(IPEndPoint wanted) =>
            Port == wanted.Port && (AnyAddress || wanted.Address.Equals(IPAddress.Any) || wanted.Address.Equals(Address));
    }
}
