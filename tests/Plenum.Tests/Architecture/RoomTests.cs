using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>The arrows between folders, read from the sources as they are.</summary>
public sealed class RoomTests
{
    private static readonly IReadOnlyList<Arrow> Arrows = new ArrowReader(Repository.Sources).Read();

    [Fact]
    public void The_gateways_rooms_name_only_what_their_rule_allows() => Nothing.In(RoomRules.Violations(Arrows));

    [Fact]
    public void Every_folder_of_the_gateway_has_a_rule() =>
        Nothing.In(Repository.Sources.Where(file => file.Project == "Plenum.Gateway" && !RoomRules.Knows(file.Folder)).Select(file => file.Path));

    [Fact]
    public void The_folders_of_a_project_form_no_circle() => Nothing.In(Cycles.In(Arrows));

    [Fact] // Without this, a using would not tell the folder, and the tests above would see less than there is.
    public void A_files_namespace_is_its_folder() => Nothing.In(
        from file in Repository.Sources
        from space in file.Tree.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        let written = space.Name.ToString()
        where written != NamespaceOf(file) && !(written == file.Project && IsLog(file))
        select $"{file.Path}: namespace {written}, but the folder says {NamespaceOf(file)}");

    [Fact] // Such a using would make an arrow of every file of the project, and show in none.
    public void No_using_is_global() => Nothing.In(
        from file in Repository.Sources
        from use in file.Tree.Usings
        where use.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) && use.ToString().Contains("Plenum", StringComparison.Ordinal)
        select $"{file.Path}:{SourceFile.LineOf(use)}: {use}");

    private static string NamespaceOf(SourceFile file) => string.Join('.', file.Path.Split('/')[1..^1]);

    /// <summary>The assembly's one log class is split over the folders that speak through it.</summary>
    private static bool IsLog(SourceFile file)
    {
        var name = Path.GetFileName(file.Path);
        return name == "Log.cs" || name.StartsWith("Log.", StringComparison.Ordinal);
    }
}
