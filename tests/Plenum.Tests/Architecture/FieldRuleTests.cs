using System.Text.RegularExpressions;

namespace Plenum.Tests.Architecture;

/// <summary>docs/field-rules.md says which tests hold which rule; the tests say which rules they hold. Both say the same.</summary>
public sealed partial class FieldRuleTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "field-rules.md"));

    private static readonly List<(string Rule, HashSet<string> Classes)> Rows =
        [.. Row().Matches(Page).Select(row => (row.Groups["rule"].Value, ClassName().Matches(row.Groups["rest"].Value).Select(name => name.Groups["name"].Value).ToHashSet()))];

    [Fact]
    public void Every_rule_stands_once() =>
        Nothing.In(Rows.GroupBy(row => row.Rule).Where(rows => rows.Count() > 1).Select(rows => $"{rows.Key} stands {rows.Count()} times"));

    [Fact]
    public void Every_failure_of_the_field_list_from_1_to_30_is_a_rule() =>
        Assert.Equal(Enumerable.Range(1, 30).Select(number => $"F{number}"), Rows.Select(row => row.Rule).Where(rule => rule[0] == 'F'));

    [Fact]
    public void Every_rule_has_the_tests_that_stand_in_its_row_and_no_others() => Nothing.In(
        from row in Rows
        let carry = TestSources.All.Where(test => test.Rules.Contains(row.Rule)).Select(test => test.Class).ToHashSet()
        let said = string.Join(", ", row.Classes.Order(StringComparer.Ordinal))
        let found = string.Join(", ", carry.Order(StringComparer.Ordinal))
        where carry.Count == 0 || said != found
        select $"{row.Rule}: the row says {said}; the tests that carry it are in {found}");

    [Fact]
    public void Every_rule_that_a_test_carries_stands_here() => Nothing.In(
        from test in TestSources.All
        from rule in test.Rules
        where Rows.All(row => row.Rule != rule)
        select $"{test} carries {rule}, which docs/field-rules.md does not know");

    [GeneratedRegex(@"^\| (?<rule>(BTL|135\.1|F)[ \d][^|]*?) \|(?<rest>.*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(?<name>\w+Tests)`")]
    private static partial Regex ClassName();
}
