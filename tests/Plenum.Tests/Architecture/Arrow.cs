namespace Plenum.Tests.Architecture;

/// <summary>A place in the source that names something of another room.</summary>
/// <param name="From">The room of the file: <c>Plenum.Gateway/Uplink</c>.</param>
/// <param name="To">The room that is named: <c>Plenum.Gateway/Outbox</c>.</param>
/// <param name="Name">The name as written.</param>
/// <param name="Where">File and line.</param>
internal sealed record Arrow(Room From, Room To, string Name, string Where)
{
    public override string ToString() => $"{Where}: {From} → {To} ({Name})";
}

/// <summary>A first-level folder of a project; <paramref name="Folder"/> is empty for the project itself.</summary>
internal readonly record struct Room(string Project, string Folder)
{
    public override string ToString() => Folder.Length == 0 ? Project : $"{Project}/{Folder}";
}
