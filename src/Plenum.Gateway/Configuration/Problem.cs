namespace Plenum.Gateway.Configuration;

/// <summary>Something that is wrong with the configuration: where, what, and what to write instead. It never carries a secret.</summary>
/// <param name="Severity">Whether somebody has to act.</param>
/// <param name="File">The file's name, or <c>environment</c>.</param>
/// <param name="Path">The JSON path as the file has it (<c>devices[0].timeseries[3].objectType</c>), or the variable's name; empty for the whole file.</param>
/// <param name="Line">Line in the file, from 1; null where there is none.</param>
/// <param name="Column">Character in the line, from 1; null where there is none.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Cure">What to write instead.</param>
public sealed record Problem(ProblemSeverity Severity, string File, string Path, int? Line, int? Column, string What, string Cure)
{
    /// <summary>One line, in the form that editors and terminals make a link of: <c>bacnet.json:12:9: error: devices[0].host: …; …</c></summary>
    public override string ToString()
    {
        var place = Line is null ? File : $"{File}:{Line}:{Column}";
        var path = Path.Length == 0 ? "" : $"{Path}: ";
        var severity = Severity == ProblemSeverity.Error ? "error" : "warning";
        return $"{place}: {severity}: {path}{What}; {Cure}";
    }
}

/// <summary>How grave a <see cref="Problem"/> is.</summary>
public enum ProblemSeverity : byte
{
    /// <summary>A value is replaced by its default, a key is ignored, or something is not supported yet: the rest is as written.</summary>
    Warning,
    /// <summary>A mistake. The innermost item around it (point, write, device, connector) is left out; outside of any item there is no plan.</summary>
    Error,
}

/// <summary>An item of the configuration that is not in the plan, because of one or more <see cref="Problem"/>s.</summary>
/// <param name="Kind"><c>connector</c>, <c>device</c>, <c>point</c>, <c>attribute update</c>, <c>RPC</c>, or <c>list</c> for one that is not a list.</param>
/// <param name="File">The file it stands in.</param>
/// <param name="Path">Its JSON path.</param>
public sealed record LeftOutItem(string Kind, string File, string Path);
