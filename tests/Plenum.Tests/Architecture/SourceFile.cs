using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>One C# file, by where it lies: <c>src/&lt;project&gt;/&lt;folder&gt;/…</c>.</summary>
/// <param name="Path">Its path from the repository's root, with slashes.</param>
/// <param name="Project">The project's name.</param>
/// <param name="Folder">The first folder inside the project; empty for files beside the project file.</param>
/// <param name="Tree">Its syntax.</param>
internal sealed record SourceFile(string Path, string Project, string Folder, CompilationUnitSyntax Tree)
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.CSharp14);

    public static SourceFile Parse(string path, string text)
    {
        path = path.Replace('\\', '/');
        var parts = path.Split('/');
        return new(path, parts[1], parts.Length > 3 ? parts[2] : "", CSharpSyntaxTree.ParseText(text, Options, path).GetCompilationUnitRoot());
    }

    /// <summary>Lines of the file; what stands after the last line break counts if it is anything.</summary>
    public int Lines => Tree.SyntaxTree.GetText().Lines is var lines && lines[^1].Span.IsEmpty ? lines.Count - 1 : lines.Count;

    /// <summary>The line of a node, as an editor counts.</summary>
    public static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
}
