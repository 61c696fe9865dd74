using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>Small files and small methods: what is read is what is trusted.</summary>
public sealed class SizeTests
{
    private const int FileP90 = 200, FileMost = 400, MethodP90 = 30, MethodP99 = 60;

    private static readonly IReadOnlyList<(int Lines, string Where)> Files =
        [.. Repository.Sources.Where(file => !IsOneEnumeration(file)).Select(file => (file.Lines, file.Path))];

    private static readonly IReadOnlyList<(int Lines, string Where)> Methods = [.. Repository.Sources.SelectMany(MethodsOf)];

    [Fact]
    public void Nine_files_of_ten_have_at_most_200_lines() => AssertPercentile(90, FileP90, Files);

    [Fact]
    public void No_file_has_more_than_400_lines() => Nothing.In(Files.Where(file => file.Lines > FileMost).Select(file => $"{file.Where}: {file.Lines} lines"));

    [Fact]
    public void Nine_methods_of_ten_have_at_most_30_lines() => AssertPercentile(90, MethodP90, Methods);

    [Fact]
    public void Ninety_nine_methods_of_a_hundred_have_at_most_60_lines() => AssertPercentile(99, MethodP99, Methods);

    [Fact] // The measure itself.
    public void A_method_counts_from_its_signature_to_its_end()
    {
        var file = SourceFile.Parse("src/P/F/A.cs", "class A\n{\n    /// <summary>Not this.</summary>\n    [Obsolete]\n    int B()\n    {\n        return 1;\n    }\n    int C => 1;\n    int D { get { return 1; } }\n}\n");

        Assert.Equal([(4, "src/P/F/A.cs:5 B"), (1, "src/P/F/A.cs:10 get")], MethodsOf(file));
        Assert.Equal(11, file.Lines);
    }

    [Theory]
    [InlineData(90, 9)]
    [InlineData(99, 10)]
    [InlineData(50, 5)]
    public void A_percentile_is_a_value_that_occurs(int percent, int expected) => Assert.Equal(expected, Percentile(percent, [3, 1, 2, 10, 4, 5, 6, 9, 8, 7]));

    private static void AssertPercentile(int percent, int most, IReadOnlyList<(int Lines, string Where)> all)
    {
        Assert.NotEmpty(all);
        var measured = Percentile(percent, all.Select(one => one.Lines));
        var over = string.Join("\n  ", all.Where(one => one.Lines > most).OrderByDescending(one => one.Lines).Select(one => $"{one.Lines} lines: {one.Where}"));
        Assert.True(measured <= most, $"The {percent}th percentile is {measured} lines, and {most} is the limit. Over it:\n  {over}");
    }

    private static int Percentile(int percent, IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted[(int)Math.Ceiling(sorted.Length * percent / 100.0) - 1];
    }

    private static IEnumerable<(int Lines, string Where)> MethodsOf(SourceFile file) =>
        from node in file.Tree.DescendantNodes()
        let name = node switch
        {
            MethodDeclarationSyntax method => method.Identifier,
            ConstructorDeclarationSyntax constructor => constructor.Identifier,
            OperatorDeclarationSyntax op => op.OperatorToken,
            ConversionOperatorDeclarationSyntax conversion => conversion.OperatorKeyword,
            LocalFunctionStatementSyntax local => local.Identifier,
            AccessorDeclarationSyntax { Body: not null } or AccessorDeclarationSyntax { ExpressionBody: not null } => ((AccessorDeclarationSyntax)node).Keyword,
            _ => default,
        }
        where name != default
        let first = name.GetLocation().GetLineSpan().StartLinePosition.Line
        let last = node.GetLocation().GetLineSpan().EndLinePosition.Line
        select (last - first + 1, $"{file.Path}:{first + 1} {name.Text}");

    /// <summary>A table of the standard's numbers is data; it is as long as the standard made it.</summary>
    private static bool IsOneEnumeration(SourceFile file) =>
        file.Path.StartsWith("src/Plenum.Bacnet.Protocol/Types/", StringComparison.Ordinal)
        && file.Tree.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().ToList() is [EnumDeclarationSyntax];
}
