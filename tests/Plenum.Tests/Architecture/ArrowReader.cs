using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>
/// Reads from the syntax which rooms a file names: by <c>using</c> (also static and alias), by a name that is written
/// out in full, and by one that begins at a sibling folder (<c>Outbox.IOutbox</c> inside <c>Plenum.Gateway</c>).
/// </summary>
internal sealed class ArrowReader(IReadOnlyList<SourceFile> files)
{
    /// <summary>Project names, the longest first: <c>Plenum.Bacnet.Protocol</c> is not <c>Plenum.Bacnet</c>.</summary>
    private readonly string[] _projects = [.. files.Select(file => file.Project).Distinct().OrderByDescending(name => name.Length)];

    private readonly ILookup<string, string> _folders = files.Where(file => file.Folder.Length > 0)
        .Select(file => (file.Project, file.Folder)).Distinct().ToLookup(room => room.Project, room => room.Folder);

    /// <summary>Every arrow of every file that leaves the file's own room.</summary>
    public IReadOnlyList<Arrow> Read() => [.. files.SelectMany(Read)];

    private IEnumerable<Arrow> Read(SourceFile file)
    {
        var home = new Room(file.Project, file.Folder);
        foreach (var (node, name) in NamesOf(file))
            if (RoomOf(name, file.Project) is { } target && target != home)
                yield return new(home, target, name, $"{file.Path}:{SourceFile.LineOf(node)}");
    }

    private static IEnumerable<(SyntaxNode Node, string Name)> NamesOf(SourceFile file)
    {
        foreach (var node in file.Tree.DescendantNodes(descendIntoTrivia: false))
        {
            if (node.Parent is BaseNamespaceDeclarationSyntax) continue;
            // Only whole names: Plenum.Gateway is no name of its own inside Plenum.Gateway.Model.
            if (node is QualifiedNameSyntax && node.Parent is not QualifiedNameSyntax) yield return (node, Plain(node));
            if (node is MemberAccessExpressionSyntax && node.Parent is not MemberAccessExpressionSyntax && Plain(node).StartsWith("Plenum.", StringComparison.Ordinal))
                yield return (node, Plain(node));
        }
    }

    private static string Plain(SyntaxNode node) => string.Concat(node.ToString().Where(c => !char.IsWhiteSpace(c))).Replace("global::", "", StringComparison.Ordinal);

    private Room? RoomOf(string name, string homeProject)
    {
        foreach (var project in _projects)
            if (name == project || name.StartsWith(project + ".", StringComparison.Ordinal))
                return new(project, FolderAt(project, name[Math.Min(name.Length, project.Length + 1)..]));
        var sibling = FolderAt(homeProject, name);
        return sibling.Length > 0 ? new(homeProject, sibling) : null;
    }

    private string FolderAt(string project, string rest)
    {
        var first = rest.Split('.')[0];
        return _folders[project].Contains(first) ? first : "";
    }
}
