using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Downlink;

namespace Plenum.Gateway.Tests.Downlink;

public sealed class ReservedCommandTests
{
    [Theory]
    [InlineData("objectType=analogInput;objectId=1;propertyId=presentValue;", "analogInput:1 presentValue")]
    [InlineData("objectType=analogInput;objectId=1;propertyId=presentValue", "analogInput:1 presentValue")]
    [InlineData(" propertyId = present-value ; objectId = 4194303 ; objectType = device ; ", "device:4194303 presentValue")]
    [InlineData("objectType=0;objectId=0;propertyId=85", "analogInput:0 presentValue")]
    [InlineData("objectType=analogOutput;objectId=2;propertyId=priorityArray;arrayIndex=8;", "analogOutput:2 priorityArray[8]")]
    [InlineData("objectType=multiStateValue;objectId=3;propertyId=stateText;arrayIndex=0", "multiStateValue:3 stateText[0]")]
    public void Get_names_a_property_in_any_order(string text, string target)
    {
        var (command, problem) = Parse("get", text);

        Assert.Null(problem);
        Assert.Equal(target, command!.Target.ToString());
        Assert.False(command.Writes);
        Assert.Null(command.Priority);
    }

    [Theory]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=presentValue;priority=8;value=21.5;", (byte)8, "21.5")]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=presentValue;value=21.5", null, "21.5")]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=presentValue;priority=16;value=null;", (byte)16, "null")]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=presentValue;value=true;", null, "true")]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=description;value=a=b;c;", null, "\"a=b;c\"")]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=description;value=active", null, "\"active\"")]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=description;value=\"21.5\"", null, "\"21.5\"")]
    [InlineData("objectType=analogOutput;objectId=1;propertyId=description;value=;", null, "\"\"")]
    public void Set_has_a_value_and_may_have_a_priority(string text, byte? priority, string value)
    {
        var (command, problem) = Parse("set", text);

        Assert.Null(problem);
        Assert.True(command!.Writes);
        Assert.Equal(priority, command.Priority);
        Assert.Equal(value, command.Value.GetRawText());
        Assert.Equal(TimeSpan.FromSeconds(5), command.Timeout);
    }

    [Theory]
    [InlineData("set", "objectType=analogOutput;objectId=1;propertyId=presentValue;", "value is missing")]
    [InlineData("get", "", "objectType \"\" is not an object type")]
    [InlineData("get", "anything", "objectType \"\" is not an object type")]
    [InlineData("get", "=;=;=", "objectType \"\" is not an object type")]
    [InlineData("get", "objectType=analogue;objectId=1;propertyId=presentValue", "objectType \"analogue\" is not an object type")]
    [InlineData("get", "objectType=1024;objectId=1;propertyId=presentValue", "objectType \"1024\" is not an object type")]
    [InlineData("get", "objectType=analogInput;propertyId=presentValue", "objectId \"\" is not an instance")]
    [InlineData("get", "objectType=analogInput;objectId=-1;propertyId=presentValue", "objectId \"-1\" is not an instance of 0..4194303")]
    [InlineData("get", "objectType=analogInput;objectId=4194304;propertyId=presentValue", "objectId \"4194304\" is not an instance")]
    [InlineData("get", "objectType=analogInput;objectId=1;propertyId=value", "propertyId \"value\" is not a property")]
    [InlineData("get", "objectType=analogInput;objectId=1", "propertyId \"\" is not a property")]
    [InlineData("get", "objectType=analogInput;objectId=1;propertyId=presentValue;arrayIndex=x", "arrayIndex is not a number")]
    [InlineData("set", "objectType=analogInput;objectId=1;propertyId=presentValue;priority=0;value=1", "priority is not 1..16")]
    [InlineData("set", "objectType=analogInput;objectId=1;propertyId=presentValue;priority=17;value=1", "priority is not 1..16")]
    [InlineData("set", "objectType=analogInput;objectId=1;propertyId=presentValue;priority=high;value=1", "priority is not 1..16")]
    public void What_is_wrong_is_said(string method, string text, string problem)
    {
        var (command, said) = Parse(method, text);

        Assert.Null(command);
        Assert.StartsWith(problem, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("null")]
    [InlineData(null)]
    [InlineData("\"\\ud800\"")] // half of a surrogate pair
    public void Parameters_that_are_no_text_are_answered_with_the_form(string? parameters)
    {
        var (command, problem) = ReservedCommand.Parse("get", CommandLan.Json(parameters));

        Assert.Null(command);
        Assert.Equal("get wants its parameters as one text: objectType=analogInput;objectId=1;propertyId=presentValue;", problem);
    }

    [Fact]
    public void Only_get_and_set_are_reserved()
    {
        Assert.True(ReservedCommand.IsReserved("get") && ReservedCommand.IsReserved("set"));
        Assert.False(ReservedCommand.IsReserved("Get") || ReservedCommand.IsReserved("getValue"));
    }

    private static (Command? Command, string? Problem) Parse(string method, string text) =>
        ReservedCommand.Parse(method, CommandLan.Json(System.Text.Json.JsonSerializer.Serialize(text)));
}
