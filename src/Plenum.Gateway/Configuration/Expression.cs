using System.Text;

namespace Plenum.Gateway.Configuration;

/// <summary>A text with <c>${variable}</c>s in it, or a constant (<c>deviceNameExpression</c>, a point's <c>key</c>).</summary>
/// <param name="Text">The text as configured.</param>
/// <param name="Variables">The names between <c>${</c> and <c>}</c>, each once, in order; empty for a constant.</param>
public sealed record Expression(string Text, IReadOnlyList<string> Variables)
{
    private const string Open = "${";

    /// <summary>A text that stands for itself, whatever it looks like.</summary>
    public static Expression Constant(string text) => new(text, []);

    /// <summary>Reads a text with <c>${variable}</c>s. A <c>${</c> without its <c>}</c> stands for itself.</summary>
    public static Expression Parse(string text)
    {
        var variables = new List<string>();
        Walk(text, static _ => { }, name => { if (!variables.Contains(name)) variables.Add(name); });
        return new(text, variables);
    }

    /// <summary>The text with every variable replaced by what <paramref name="valueOf"/> gives for it. A value is not looked into again.</summary>
    public string Fill(Func<string, string> valueOf)
    {
        if (Variables.Count == 0) return Text;
        var filled = new StringBuilder(Text.Length);
        Walk(Text, literal => filled.Append(literal), name => filled.Append(valueOf(name)));
        return filled.ToString();
    }

    /// <summary>This expression with some of its variables replaced: those for which <paramref name="valueOf"/> gives something.</summary>
    public Expression FillKnown(Func<string, string?> valueOf) =>
        Variables.Count == 0 ? this : Parse(Fill(name => valueOf(name) ?? $"{Open}{name}}}"));

    private static void Walk(string text, Action<string> onLiteral, Action<string> onVariable)
    {
        var at = 0;
        while (text.IndexOf(Open, at, StringComparison.Ordinal) is >= 0 and var open
               && text.IndexOf('}', open) is >= 0 and var close)
        {
            onLiteral(text[at..open]);
            onVariable(text[(open + Open.Length)..close]);
            at = close + 1;
        }
        onLiteral(text[at..]);
    }
}
