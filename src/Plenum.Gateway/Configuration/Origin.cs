namespace Plenum.Gateway.Configuration;

/// <summary>Where a value was written: file, JSON path, line and column (from 1; null for what does not stand in a file).</summary>
internal sealed record Origin(string File, string Path, int? Line = null, int? Column = null)
{
    /// <summary>The name that stands for a file when a value comes from an environment variable.</summary>
    public const string Environment = "environment";

    /// <summary>The place of a key that is not there: its own path, the position of what should hold it.</summary>
    public Origin Missing(string key) => this with { Path = Path.Length == 0 ? key : $"{Path}.{key}" };
}
