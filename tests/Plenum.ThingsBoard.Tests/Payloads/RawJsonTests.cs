using System.Text;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard.Tests.Payloads;

public sealed class RawJsonTests
{
    [Theory]
    [InlineData("{}", true)]
    [InlineData(""" { "a" : [1,{"b":null}] } """, true)]
    [InlineData("", false)]
    [InlineData("[]", false)]
    [InlineData("1", false)]
    [InlineData("""{"a":1""", false)]
    [InlineData("""{"a":1}{"b":2}""", false)]
    [InlineData("""{"a":NaN}""", false)]
    public void Only_one_whole_object_is_an_object(string text, bool expected) => Assert.Equal(expected, RawJson.IsObject(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void An_object_is_cut_into_its_members()
    {
        var text = """{"a":1, "b" : {"c":[1,2]},"d\"e":"}"}""";
        var members = RawJson.Members(Encoding.UTF8.GetBytes(text)).Select(range => text[range]);
        Assert.Equal(["\"a\":1", "\"b\" : {\"c\":[1,2]}", "\"d\\\"e\":\"}\""], members);
    }
}
