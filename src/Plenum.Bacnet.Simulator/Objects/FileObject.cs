using System.Text;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using static Plenum.Bacnet.Server.Objects.Properties<Plenum.Bacnet.Simulator.Objects.FileObject>;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Simulator.Objects;

/// <summary>A File object (clause 12.13) with a small file of octets behind it, in memory.</summary>
internal sealed class FileObject : LocalObject<FileObject>, IServedFile
{
    private const int MostOctets = 64 * 1024;

    private static readonly LocalProperty<FileObject>[] Table =
    [
        One(P.Description, _ => BacnetValue.CharacterString("Notes on this controller, simulated")),
        One(P.FileType, _ => BacnetValue.CharacterString("text/plain")),
        One(P.FileSize, self => BacnetValue.Unsigned((ulong)self.Length)),
        Typed(P.ModificationDate, self => self._modified),
        One(P.Archive, self => BacnetValue.Boolean(self._isArchived), (self, value) => self.SetArchived(value)),
        One(P.ReadOnly, _ => BacnetValue.Boolean(false)),
        One(P.FileAccessMethod, _ => BacnetValue.Enumerated((uint)FileAccessMethod.StreamAccess)),
    ];

    private readonly Lock _gate = new();
    private readonly DeviceClock _clock;
    private byte[] _octets;
    private BacnetDateTime _modified;
    private volatile bool _isArchived;

    /// <summary>A file that begins with a text.</summary>
    public FileObject(uint number, string text, DeviceClock clock) : base(new(ObjectType.File, number), "Notes", Table) =>
        (_clock, _octets, _modified) = (clock, Encoding.UTF8.GetBytes(text), clock.Now);

    /// <inheritdoc/>
    public int Length
    {
        get { lock (_gate) return _octets.Length; }
    }

    /// <inheritdoc/>
    public bool IsReadOnly => false;

    /// <inheritdoc/>
    public byte[] Read(int start, uint count)
    {
        lock (_gate) return _octets.AsSpan(start, (int)Math.Min(count, _octets.Length - start)).ToArray();
    }

    /// <inheritdoc/>
    public bool TryWrite(int start, ReadOnlySpan<byte> octets)
    {
        if (start + octets.Length > MostOctets) return false;
        lock (_gate)
        {
            var all = new byte[Math.Max(_octets.Length, start + octets.Length)];
            _octets.CopyTo(all, 0);
            octets.CopyTo(all.AsSpan(start));
            (_octets, _modified, _isArchived) = (all, _clock.Now, false);
        }
        return true;
    }

    private BacnetError? SetArchived(BacnetValue value)
    {
        if (value.Kind != BacnetKind.Boolean) return Refusals.InvalidDataType;
        _isArchived = value.AsBoolean;
        return null;
    }
}
