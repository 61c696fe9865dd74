namespace Plenum.Gateway.Configuration;

/// <summary>Collects what is wrong while the files are read. A scope per item decides what an error costs: that item, and nothing around it.</summary>
internal sealed class Problems
{
    private readonly List<Problem> _found;
    private readonly List<LeftOutItem> _leftOut;

    public Problems() : this([], []) { }

    private Problems(List<Problem> found, List<LeftOutItem> leftOut) => (_found, _leftOut) = (found, leftOut);

    /// <summary>Everything found so far, in all scopes.</summary>
    public IReadOnlyList<Problem> Found => _found;

    /// <summary>The items that are not in the plan.</summary>
    public IReadOnlyList<LeftOutItem> LeftOut => _leftOut;

    /// <summary>Whether what this scope stands for cannot be used.</summary>
    public bool Failed { get; private set; }

    /// <summary>A mistake: the item of this scope cannot be used.</summary>
    public void Error(Origin at, string what, string cure)
    {
        Add(ProblemSeverity.Error, at, what, cure);
        Failed = true;
    }

    /// <summary>Nobody's mistake, but the item of this scope cannot be used by this program (yet).</summary>
    public void NotYet(Origin at, string what, string cure)
    {
        Add(ProblemSeverity.Warning, at, $"not supported yet: {what}", cure);
        Failed = true;
    }

    /// <summary>Something is ignored or replaced; the item stays.</summary>
    public void Warn(Origin at, string what, string cure) => Add(ProblemSeverity.Warning, at, what, cure);

    /// <summary>Reads an item in a scope of its own; null, and counted, if it cannot be used.</summary>
    public T? Item<T>(string kind, Origin at, Func<Problems, T?> read) where T : class
    {
        var scope = new Problems(_found, _leftOut);
        var item = read(scope);
        if (!scope.Failed) return item;
        LeaveOut(kind, at);
        return null;
    }

    /// <summary>Counts an item that was read and then displaced by another.</summary>
    public void LeaveOut(string kind, Origin at) => _leftOut.Add(new(kind, at.File, at.Path));

    private void Add(ProblemSeverity severity, Origin at, string what, string cure) =>
        _found.Add(new(severity, at.File, at.Path, at.Line, at.Column, what, cure));
}
