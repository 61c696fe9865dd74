namespace Plenum.Simulation.Disk;

/// <summary>A file as one connection has it open.</summary>
internal sealed class OpenFile(SimulatedDisk disk, string? name, DiskFile file)
{
    private readonly int _life = disk.Life;

    public SimulatedDisk Disk => disk;

    /// <summary>Its name; null for a temporary one.</summary>
    public string? Name => name;

    public DiskFile File => file;

    /// <summary>Whether the process that opened it is dead.</summary>
    public bool IsDead => disk.Life != _life;
}
