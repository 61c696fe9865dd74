namespace Plenum.Gateway.Configuration;

/// <summary>Section <c>storage</c> of any of its types, as bounds of the one outbox. A section holds the keys of all types side by side, as the sample does.</summary>
internal sealed class StorageReader(string dataFolder)
{
    private const long MebiByte = 1024 * 1024;
    private const long DefaultBytes = 1024 * MebiByte;
    private static readonly string[] Types = ["memory", "file", "sqlite"];
    private static readonly string[] Orders = ["freshFirst", "oldestFirst"];

    /// <summary>What an age of "never" is: old enough for any outage, and no arithmetic overflows.</summary>
    private static readonly TimeSpan TenYears = TimeSpan.FromDays(3650);

    public StoragePlan Read(Section file)
    {
        using var section = file.Object("storage");
        if (section is null) return Sqlite(null);
        section.Accept("read_records_count", "max_read_records_count", "max_records_between_fsync", "messages_ttl_check_in_hours", "oversize_check_period", "writing_batch_size");
        section.Accept("max_records_count", "data_folder_path", "max_file_count", "max_records_per_file", "data_file_path", "messages_ttl_in_days", "size_limit", "max_db_amount");
        var order = Order(section);
        return OfType(section) with { Order = order };
    }

    private StoragePlan OfType(Section section)
    {
        var type = section.Text("type") ?? "sqlite";
        switch (type.ToLowerInvariant())
        {
            case "memory": return Memory(section);
            case "file": return Files(section);
            case "sqlite": return Sqlite(section);
            default:
                section.Problems.Error(section.At("type"), $"\"{type}\" is not a storage", Nearest.Hint(type, Types, "write sqlite, file or memory"));
                return Sqlite(section);
        }
    }

    private static SendingOrder Order(Section section)
    {
        if (section.Text("order") is not { } written) return SendingOrder.FreshFirst;
        if (written.Equals(Orders[0], StringComparison.OrdinalIgnoreCase)) return SendingOrder.FreshFirst;
        if (written.Equals(Orders[1], StringComparison.OrdinalIgnoreCase)) return SendingOrder.OldestFirst;
        section.Problems.Warn(section.At("order"), $"\"{written}\" is not an order, {Orders[0]} is used", Nearest.Hint(written, Orders, $"write {Orders[0]} or {Orders[1]}"));
        return SendingOrder.FreshFirst;
    }

    private static StoragePlan Memory(Section section)
    {
        section.Problems.Warn(section.At("type"), "values that wait for the server are lost when the program ends or the power fails", "write \"type\": \"sqlite\" to keep them on disk");
        return new(null, DefaultBytes / 4, section.Amount("max_records_count", 1, int.MaxValue, 100_000), TenYears);
    }

    private StoragePlan Files(Section section)
    {
        var files = section.Amount("max_file_count", 1, 1_000_000, 10);
        var records = section.Amount("max_records_per_file", 1, 1_000_000_000, 10_000);
        return new(Folder(section.Text("data_folder_path")), DefaultBytes, files * records, TenYears);
    }

    private StoragePlan Sqlite(Section? section)
    {
        var days = section?.Amount("messages_ttl_in_days", 1, 3650, 7) ?? 7;
        var megaBytes = section?.Amount("size_limit", 1, 1_000_000, 1024) ?? 1024;
        var files = section is not null && section.Has("max_db_amount") ? section.Amount("max_db_amount", 1, 10_000, 1) : 1;
        return new(Folder(section?.Text("data_file_path")), megaBytes * MebiByte * files, long.MaxValue, TimeSpan.FromDays(days));
    }

    /// <summary>The folder written, which is relative to the data folder; older files name a database file in it.</summary>
    private string Folder(string? written)
    {
        var path = written ?? "data";
        if (path.EndsWith(".db", StringComparison.OrdinalIgnoreCase)) path = Path.GetDirectoryName(path) ?? "";
        return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, Path.GetFullPath(dataFolder)));
    }
}
