using System.Text;
using System.Text.Json;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

public class ConfigNodeParserTests
{
    private readonly Problems _problems = new();

    [Fact]
    public void Every_value_knows_its_path_line_and_column()
    {
        var root = Parse("{\n  \"a\": [\n    { \"b\": 1 }, \"ü\", true ],\n  // end\n  \"c\": null\n}")!;

        var b = root["a"]!.Items[0]["b"]!;
        Assert.Equal(new("f.json", "a[0].b", 3, 12), b.Origin);
        Assert.Equal(new("f.json", "a[1]", 3, 17), root["a"]!.Items[1].Origin);
        Assert.Equal(new("f.json", "a[2]", 3, 22), root["a"]!.Items[2].Origin);   // columns are characters, not bytes
        Assert.Equal(new("f.json", "c", 5, 8), root["c"]!.Origin);
        Assert.Empty(_problems.Found);
    }

    [Fact]
    public void A_byte_order_mark_is_tolerated() =>
        Assert.Equal(JsonValueKind.Object, ConfigNodeParser.Parse("f.json", [0xEF, 0xBB, 0xBF, .. "{}"u8], _problems)!.Kind);

    [Theory]
    [InlineData("{ \"a\": 1 ")]
    [InlineData("{ \"a\" 1 }")]
    [InlineData("{ \"a\": \"\\ud800\" }")]
    [InlineData("{ \"\\ud800\": 1 }")]
    [InlineData("{} {}")]
    [InlineData("")]
    [InlineData("/*")]
    public void What_is_not_JSON_is_one_error_with_a_line(string text)
    {
        Assert.Null(Parse(text));

        var problem = Assert.Single(_problems.Found);
        Assert.Equal((ProblemSeverity.Error, 1), (problem.Severity, problem.Line));
    }

    [Fact]
    public void A_file_nested_too_deep_is_an_error_and_no_overflow()
    {
        Assert.Null(Parse(new string('[', 100_000)));
        Assert.Single(_problems.Found);
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_an_error()
    {
        Assert.Null(ConfigNodeParser.Parse("f.json", [(byte)'"', 0xFF, (byte)'"'], _problems));
        Assert.Contains("UTF-8", Assert.Single(_problems.Found).What);
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData("\"7\"", 7)]
    [InlineData("\" 7 \"", 7)]
    [InlineData("7.0", 7)]
    [InlineData("1e3", 1000)]
    [InlineData("-1", -1)]
    [InlineData("7.5", null)]
    [InlineData("\"7.0\"", null)]
    [InlineData("1e99", null)]
    [InlineData("true", null)]
    [InlineData("[7]", null)]
    public void A_whole_number_is_read_from_a_number_or_a_text(string json, int? expected)
    {
        var isWhole = Parse(json)!.TryWhole(out var number);

        Assert.Equal(expected, isWhole ? (int)number : null);
    }

    private ConfigNode? Parse(string json) => ConfigNodeParser.Parse("f.json", Encoding.UTF8.GetBytes(json), _problems);
}
