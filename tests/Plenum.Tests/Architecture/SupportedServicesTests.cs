using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>docs/supported-services.md is a list of claims: each has a test that bears it out, and none is missing.</summary>
public sealed partial class SupportedServicesTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "supported-services.md"));

    /// <summary>service | octets | client | server | peers and dissector.</summary>
    private static readonly List<string[]> Rows = [.. Row().Matches(Page).Select(row => row.Value.Split('|', StringSplitOptions.TrimEntries)[1..^1]).Where(cells => cells is { Length: 5 } and not ["service", ..])];

    private enum Column { Service, Octets, Client, Server, Peers }

    [Fact]
    public void Every_service_of_the_standard_has_a_row() =>
        Assert.Equal(Members("ConfirmedService").Concat(Members("UnconfirmedService")), Rows.Select(row => row[(int)Column.Service]));

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var known = TestSources.All.Select(test => $"{test}").ToHashSet();
        Nothing.In(TestName().Matches(Page).Select(match => match.Groups["test"].Value).Where(name => !known.Contains(name)).Distinct());
    }

    [Fact]
    public void Every_service_that_the_client_sends_or_takes_is_shown_by_a_test_and_no_other() => Nothing.In(Disagreements(Column.Client, Named("Client", isClient: true)));

    [Fact]
    public void Every_service_that_the_server_answers_or_sends_is_shown_by_a_test_and_no_other() => Nothing.In(Disagreements(Column.Server, Named("Server", isClient: false)));

    [Fact]
    public void What_is_supported_in_any_role_is_written_and_read_by_tests_of_its_octets() => Nothing.In(
        from row in Rows
        where Shows(row, Column.Client) || Shows(row, Column.Server)
        where !Shows(row, Column.Octets)
        select $"{row[0]} has no test of its octets");

    [Fact]
    public void Every_method_of_the_client_is_named() => Nothing.In(
        from file in Repository.Sources
        where file is { Project: "Plenum.Bacnet", Folder: "Client" }
        from type in file.Tree.DescendantNodes().OfType<ClassDeclarationSyntax>()
        where type.Identifier.Text == "BacnetClient"
        from method in type.Members.OfType<MethodDeclarationSyntax>()
        where method.Modifiers.Any(modifier => modifier.ValueText == "public")
        where method.Identifier.Text is not ("OnFrame" or "DisposeAsync")   // of its interfaces
        where !Page.Contains($"`{method.Identifier.Text}`", StringComparison.Ordinal)
        select $"{file.Path}: {method.Identifier.Text}");

    private static bool Shows(string[] row, Column column) => TestName().IsMatch(row[(int)column]);

    private static IEnumerable<string> Disagreements(Column column, HashSet<string> inCode) =>
        from row in Rows
        let service = row[(int)Column.Service]
        where Shows(row, column) != inCode.Contains(service)
        select inCode.Contains(service) ? $"{service} is in the code of the {column}, and no test stands in its row" : $"{service} has a test in its row, and the code of the {column} does not know it";

    private static IEnumerable<string> Members(string enumeration) =>
        from file in Repository.Sources
        from type in file.Tree.DescendantNodes().OfType<EnumDeclarationSyntax>()
        where type.Identifier.Text == enumeration
        from member in type.Members
        select member.Identifier.Text;

    /// <summary>Services that a folder's code names: the client's at all, the server's where it decides what to do or what to send.</summary>
    private static HashSet<string> Named(string folder, bool isClient) =>
    [
        .. from file in Repository.Sources
           where file.Project == "Plenum.Bacnet" && file.Folder == folder
           from access in file.Tree.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
           where access.Expression.ToString() is "ConfirmedService" or "UnconfirmedService"
           where isClient || !access.Ancestors().OfType<IsPatternExpressionSyntax>().Any()
           select access.Name.Identifier.Text,
    ];

    [GeneratedRegex(@"^\| \w+ \|.*\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<test>\w+Tests\.\w+)`")]
    private static partial Regex TestName();
}
