using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

public class ExpressionTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("", "")]
    [InlineData("${a}", "<a>", "a")]
    [InlineData("x ${a} y ${b} z", "x <a> y <b> z", "a", "b")]
    [InlineData("${a}${a}", "<a><a>", "a")]
    [InlineData("open ${a", "open ${a")]
    [InlineData("$a {b}", "$a {b}")]
    [InlineData("${a} and ${", "<a> and ${", "a")]
    public void Every_variable_is_found_once_and_replaced_everywhere(string text, string? filled = null, params string[] variables)
    {
        var expression = Expression.Parse(text);

        Assert.Equal(variables, expression.Variables);
        Assert.Equal(filled ?? text, expression.Fill(name => $"<{name}>"));
    }

    [Fact]
    public void A_value_that_looks_like_a_variable_is_not_looked_into() =>
        Assert.Equal("${b} 2", Expression.Parse("${a} ${b}").Fill(name => name == "a" ? "${b}" : "2"));

    [Fact]
    public void A_constant_stands_for_itself() =>
        Assert.Equal("${a}", Expression.Constant("${a}").Fill(_ => "no"));

    [Fact]
    public void What_is_known_is_filled_in_and_the_rest_stays_a_variable()
    {
        var expression = Expression.Parse("${type} ${name} ${type}").FillKnown(name => name == "type" ? "analogInput" : null);

        Assert.Equal("analogInput ${name} analogInput", expression.Text);
        Assert.Equal(["name"], expression.Variables);
    }
}
