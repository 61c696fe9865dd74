namespace Plenum.Gateway.Configuration;

/// <summary>A text with <c>${variable}</c>s in it, or a constant (<c>deviceNameExpression</c>, a point's <c>key</c>).</summary>
/// <param name="Text">The text as configured.</param>
/// <param name="Variables">The names between <c>${</c> and <c>}</c>, each once; empty for a constant.</param>
public sealed record Expression(string Text, IReadOnlyList<string> Variables)
{
    /// <summary>A text that stands for itself.</summary>
    public static Expression Constant(string text) => new(text, []);

    /// <summary>The text with every variable replaced by what <paramref name="valueOf"/> gives for it.</summary>
    public string Fill(Func<string, string> valueOf) =>
        Variables.Aggregate(Text, (text, name) => text.Replace($"${{{name}}}", valueOf(name), StringComparison.Ordinal));
}
