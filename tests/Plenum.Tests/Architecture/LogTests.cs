using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Plenum.Tests.Architecture;

/// <summary>Event ids are an interface: people filter and alarm by them. So each is given once, in its assembly's range.</summary>
public sealed class LogTests
{
    private static readonly Dictionary<string, Range> Assemblies = new()
    {
        ["Plenum.Bacnet"] = 1000..1999,
        ["Plenum.Bacnet.Simulator"] = 2000..2999,
        ["Plenum.ThingsBoard"] = 3000..3999,
        ["Plenum.Gateway"] = 4000..4999,
        ["Plenum"] = 5000..5999,
    };

    private static readonly Dictionary<string, Range> GatewayTopics = new()
    {
        ["Outbox"] = 4100..4199,
        ["Uplink"] = 4200..4299,
        ["Downlink"] = 4300..4399,
        ["Supervision"] = 4400..4499,
        ["Configuration"] = 4500..4599,
        ["Mapping"] = 4600..4699,
        ["Polling"] = 4700..4799,
        ["Hosting"] = 4800..4899,
    };

    [Fact]
    public void Every_event_id_is_given_once_in_its_range() => Nothing.In(Problems(Repository.Sources));

    [Theory]
    [InlineData("[LoggerMessage(1001, LogLevel.Information, \"a\")]", null)]
    [InlineData("[LoggerMessage(EventId = 1001, Level = LogLevel.Information, Message = \"a\")]", null)]
    [InlineData("[LoggerMessage(Level = LogLevel.Information, Message = \"a\")]", "no literal event id")]
    [InlineData("[LoggerMessage(Ids.First, LogLevel.Information, \"a\")]", "no literal event id")]
    [InlineData("[LoggerMessage(4100, LogLevel.Information, \"a\")]", "outside 1000..1999")]
    public void The_checker_sees_what_is_wrong_with_an_id(string attribute, string? problem)
    {
        var problems = Problems([SourceFile.Parse("src/Plenum.Bacnet/Log.cs", $"static partial class Log {{ {attribute} static partial void A(ILogger log); }}")]);

        if (problem is null) Assert.Empty(problems);
        else Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_checker_sees_an_id_that_is_given_twice()
    {
        const string text = "static partial class Log { [LoggerMessage(1001, LogLevel.Debug, \"a\")] static partial void A(ILogger log); }";
        var problems = Problems([SourceFile.Parse("src/Plenum.Bacnet/Log.cs", text), SourceFile.Parse("src/Plenum.Bacnet/Client/Log.Client.cs", text)]);

        Assert.Contains("already given at src/Plenum.Bacnet/Log.cs:1", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void The_checker_sees_a_message_outside_the_log_class() => Assert.Contains("belongs into the class Log",
        Assert.Single(Problems([SourceFile.Parse("src/Plenum/A.cs", "partial class A { [LoggerMessage(5001, LogLevel.Debug, \"a\")] partial void B(); }")])), StringComparison.Ordinal);

    [Fact]
    public void The_checker_holds_a_topic_of_the_gateway_to_its_hundred() => Assert.Contains("outside 4100..4199",
        Assert.Single(Problems([SourceFile.Parse("src/Plenum.Gateway/Outbox/Log.Outbox.cs", "static partial class Log { [LoggerMessage(4200, LogLevel.Debug, \"a\")] static partial void B(); }")])), StringComparison.Ordinal);

    private static List<string> Problems(IEnumerable<SourceFile> files)
    {
        var problems = new List<string>();
        var seen = new Dictionary<int, string>();
        foreach (var (file, attribute) in files.SelectMany(MessagesOf))
        {
            var where = $"{file.Path}:{SourceFile.LineOf(attribute)}";
            if (attribute.FirstAncestorOrSelf<ClassDeclarationSyntax>()?.Identifier.Text != "Log")
                problems.Add($"{where}: a log message belongs into the class Log of its assembly");
            if (IdOf(attribute) is not { } id) problems.Add($"{where}: no literal event id");
            else if (RangeOf(file) is not { } range || id < range.Start.Value || id > range.End.Value)
                problems.Add($"{where}: event id {id} is outside {RangeOf(file)?.ToString() ?? "any range, as the assembly has none"}");
            else if (!seen.TryAdd(id, where)) problems.Add($"{where}: event id {id} is already given at {seen[id]}");
        }
        return problems;
    }

    private static IEnumerable<(SourceFile File, AttributeSyntax Attribute)> MessagesOf(SourceFile file) =>
        from attribute in file.Tree.DescendantNodes().OfType<AttributeSyntax>()
        where attribute.Name.ToString().Split('.')[^1] is "LoggerMessage" or "LoggerMessageAttribute"
        select (file, attribute);

    private static int? IdOf(AttributeSyntax attribute)
    {
        var arguments = attribute.ArgumentList?.Arguments ?? default;
        var id = arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.Text == "EventId" || argument.NameColon?.Name.Identifier.Text == "eventId")
            ?? arguments.FirstOrDefault(argument => argument.NameEquals is null && argument.NameColon is null);
        return id?.Expression is LiteralExpressionSyntax { Token.Value: int value } ? value : null;
    }

    private static Range? RangeOf(SourceFile file)
    {
        if (file.Project == "Plenum.Gateway" && Path.GetFileName(file.Path).Split('.') is ["Log", var topic, "cs"])
            return GatewayTopics.TryGetValue(topic, out var hundred) ? hundred : null;
        return Assemblies.TryGetValue(file.Project, out var range) ? range : null;
    }
}
