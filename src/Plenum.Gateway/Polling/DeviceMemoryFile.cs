using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace Plenum.Gateway.Polling;

/// <summary>Keeps what was learned of devices in a file of the data folder, so that a restart begins where the last run ended. It is a help and no more: without it everything is learned anew.</summary>
/// <remarks>Written some seconds after a change, to a temporary file that then takes the name: a crash leaves the old one or the new one.</remarks>
public sealed class DeviceMemoryFile : IDisposable
{
    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "learned-devices.json";

    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(180);

    private readonly string? _path;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Dictionary<string, DeviceMemory> _connectors = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isDue;
    private bool _isTroubled;

    private DeviceMemoryFile(string? path, TimeProvider time, ILogger logger)
    {
        (_path, _time, _logger) = (path, time, logger);
        _timer = time.CreateTimer(_ => Save(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Opens the memory in a folder. A file that is damaged, or is something else, is set aside with a warning, and nothing is known at first.</summary>
    /// <param name="folder">The data folder; null keeps nothing beyond this run.</param>
    /// <param name="time">The clocks.</param>
    /// <param name="logger">Where trouble with the file is told.</param>
    public static DeviceMemoryFile Open(string? folder, TimeProvider time, ILogger logger)
    {
        var file = new DeviceMemoryFile(folder is null ? null : Path.Combine(folder, FileName), time, logger);
        file.Load();
        return file;
    }

    /// <summary>The memory of one connector, by its name in the configuration.</summary>
    public DeviceMemory Of(string connector)
    {
        lock (_gate)
        {
            if (!_connectors.TryGetValue(connector, out var memory)) _connectors.Add(connector, memory = new() { OnChanged = OnChanged });
            return memory;
        }
    }

    /// <summary>Writes what is not written yet, and ends.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        Save();
    }

    private void OnChanged()
    {
        lock (_gate)
        {
            if (_isDue || _path is null) return;
            _isDue = true;
        }
        _timer.Change(Delay, Timeout.InfiniteTimeSpan);
    }

    private void Load()
    {
        if (_path is null) return;
        try
        {
            if (!File.Exists(_path)) return;
            var document = JsonSerializer.Deserialize(File.ReadAllBytes(_path), MemoryJsonContext.Default.MemoryDocument);
            if (document is not { Format: MemoryDocument.FormatName, Version: MemoryDocument.CurrentVersion })
                throw new JsonException($"it is not of format {MemoryDocument.FormatName}, version {MemoryDocument.CurrentVersion}");
            foreach (var entry in document.Devices)
            {
                var device = entry.ToDevice() ?? throw new JsonException($"{entry.Address}, instance {entry.Instance}, cannot be");
                if (_time.GetUtcNow() - device.Verified < Forgotten) Of(entry.Connector).Add(device);
            }
        }
        catch (JsonException damage)
        {
            _connectors.Clear();
            var aside = SetAside(_path);
            Log.MemoryDamaged(_logger, _path, damage.Message, aside);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Log.MemoryUnreadable(_logger, _path, refused.Message);
        }
    }

    private static string SetAside(string path)
    {
        try
        {
            File.Move(path, path + ".damaged", overwrite: true);
            return $"It was renamed to {FileName}.damaged";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return $"It could not be renamed ({refused.Message}) and will be overwritten";
        }
    }

    private void Save()
    {
        lock (_gate)
        {
            if (!_isDue || _path is null) return;
            _isDue = false;
            var document = new MemoryDocument(MemoryDocument.FormatName, MemoryDocument.CurrentVersion,
                [.. _connectors.SelectMany(connector => connector.Value.All.Select(device => MemoryEntry.Of(connector.Key, device)))]);
            try
            {
                Write(_path, document);
                _isTroubled = false;
            }
            catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
            {
                if (!_isTroubled) Log.MemoryNotWritten(_logger, _path, refused.Message);
                _isTroubled = true;
            }
        }
    }

    private static void Write(string path, MemoryDocument document)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = path + ".tmp";
        using (var file = File.Create(temporary))
        {
            JsonSerializer.Serialize(file, document, MemoryJsonContext.Default.MemoryDocument);
            file.Flush(flushToDisk: true);
        }
        File.Move(temporary, path, overwrite: true);
    }
}
