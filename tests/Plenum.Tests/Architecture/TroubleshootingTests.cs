using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>A code in a failure message is a promise: that there is a page which says what to do.</summary>
public sealed partial class TroubleshootingTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "troubleshooting.md"));

    private static readonly IReadOnlyList<string> Headings = [.. Heading().Matches(Page).Select(match => match.Groups["code"].Value)];

    [Fact] // A class of codes is one whose name ends so; its constants are the codes.
    public void Every_code_is_a_heading() => Nothing.In(
        from file in Repository.Sources
        from type in file.Tree.DescendantNodes().OfType<ClassDeclarationSyntax>()
        where type.Identifier.Text.EndsWith("Codes", StringComparison.Ordinal)
        from literal in type.DescendantNodes().OfType<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.StringLiteralExpression) && !Headings.Contains(literal.Token.ValueText)
        select $"{file.Path}:{SourceFile.LineOf(literal)}: {literal.Token.ValueText} is no heading in docs/troubleshooting.md");

    [Fact]
    public void Every_heading_says_what_you_see_why_and_what_to_do() => Nothing.In(
        from section in Page.Split("\n## ")[1..]
        let missing = (string[])[.. new[] { "**What you see.** ", "**Why.** ", "**What to do.**" }.Where(part => !section.Contains(part, StringComparison.Ordinal))]
        where missing.Length > 0
        select $"{section.Split('\n')[0]}: lacks {string.Join(", ", missing)}");

    [Fact]
    public void The_table_at_the_top_names_every_heading_once_in_order() =>
        Assert.Equal(Headings, Row().Matches(Page).Select(match => match.Groups["code"].Value));

    [GeneratedRegex(@"^## (?<code>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\| \[(?<code>[a-z-]+)\]\(#\k<code>\) \|", RegexOptions.Multiline)]
    private static partial Regex Row();
}
