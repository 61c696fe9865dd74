using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>A test as it stands in the sources.</summary>
/// <param name="Class">The class that holds it.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Rules">The rules that it, or its class, is said to prove.</param>
internal sealed record TestMethod(string Class, string Name, IReadOnlyList<string> Rules)
{
    public override string ToString() => $"{Class}.{Name}";
}

/// <summary>Every test of the repository, read from its source.</summary>
internal static class TestSources
{
    private static readonly string[] NotOurs = ["node_modules", "bin", "obj"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TestMethod> All { get; } = [.. Files().SelectMany(In)];

    private static IEnumerable<CompilationUnitSyntax> Files() =>
        from path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories)
        where !NotOurs.Intersect(path.Split(Path.DirectorySeparatorChar)).Any()
        select SourceFile.Parse(Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path)).Tree;

    private static IEnumerable<TestMethod> In(CompilationUnitSyntax tree) =>
        from type in tree.DescendantNodes().OfType<ClassDeclarationSyntax>()
        let ofClass = Rules(type.AttributeLists)
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        where Attributes(method.AttributeLists).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory")
        select new TestMethod(type.Identifier.Text, method.Identifier.Text, [.. ofClass, .. Rules(method.AttributeLists)]);

    private static List<string> Rules(SyntaxList<AttributeListSyntax> lists) =>
    [
        .. from attribute in Attributes(lists)
           where attribute.Name.ToString() == "Trait" && Text(attribute, 0) == "Rule"
           select Text(attribute, 1),
    ];

    private static string Text(AttributeSyntax attribute, int place) =>
        attribute.ArgumentList!.Arguments[place].Expression is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression) ? literal.Token.ValueText : "";

    private static IEnumerable<AttributeSyntax> Attributes(SyntaxList<AttributeListSyntax> lists) => lists.SelectMany(list => list.Attributes);
}
