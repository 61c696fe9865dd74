using Plenum.Tests.Support;

namespace Plenum.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("--help", "healthcheck")]
    [InlineData("run --help", "plenum run --config /etc/plenum --data /var/lib/plenum")]
    [InlineData("check-config --help", "plenum check-config --config /etc/plenum --json")]
    [InlineData("discover --help", "plenum discover --range 1000-1999 --timeout 10s")]
    [InlineData("read --help", "plenum read 192.168.1.20 device:1001 objectName")]
    [InlineData("write --help", "plenum write 1001 analogOutput:1 --relinquish --priority 8")]
    [InlineData("simulate --help", "plenum simulate --devices 200 --points 50 --loss 10 --delay 20ms")]
    [InlineData("demo --help", "plenum demo --loss 65 --poll 5s --for 2m")]
    [InlineData("healthcheck --help", "plenum healthcheck --json")]
    public async Task Help_is_no_mistake_and_shows_examples(string line, string example)
    {
        var help = await Invocation.RunAsync(line.Split(' '));

        Assert.Equal(0, help.Exit);
        Assert.Contains(example, help.Output, StringComparison.Ordinal);
        Assert.Equal("", help.Error);
    }

    [Theory]
    [InlineData("fly", "fly", "'plenum --help'")]
    [InlineData("read", "Required argument 'DEVICE' missing", "'plenum read --help'")]
    [InlineData("read 1001 analogInput:1 --colour red", "red", "'plenum read --help'")]
    [InlineData("read 1001 analogInput:1 --index one", "--index is 0 to 2147483647, not \"one\".", "'plenum read --help'")]
    [InlineData("read 1001 analogInput:1 --port 65536", "--port is 0 to 65535, not ", "'plenum read --help'")]
    [InlineData("read 1001 analogInput:1 --port -1", "--port is 0 to 65535, not ", "'plenum read --help'")]
    [InlineData("read 1001 analogInput:1 --timeout 5", "\"5\" is not a duration: write a number and its unit", "'plenum read --help'")]
    [InlineData("read 1001 analogInput:1 --timeout 0s", "The duration must be longer than 0.", "'plenum read --help'")]
    [InlineData("write 1001 analogOutput:1", "Give either a VALUE or --relinquish.", "'plenum write --help'")]
    [InlineData("write 1001 analogOutput:1 5 --relinquish", "Give either a VALUE or --relinquish.", "'plenum write --help'")]
    [InlineData("write 1001 analogOutput:1 5 --priority 17", "--priority is 1 to 16, not \"17\".", "'plenum write --help'")]
    [InlineData("run --health-port 0", "--health-port is 1 to 65535, not ", "'plenum run --help'")]
    [InlineData("run --health-port 70000", "--health-port is 1 to 65535, not ", "'plenum run --help'")]
    [InlineData("healthcheck --health-port x", "--health-port is 1 to 65535, not \"x\".", "'plenum healthcheck --help'")]
    [InlineData("demo --for 0s", "The duration must be longer than 0.", "'plenum demo --help'")]
    [InlineData("demo --devices many", "many", "'plenum demo --help'")]
    public async Task A_wrong_command_line_says_what_is_wrong_with_it_and_ends_with_2(string line, string mistake, string help)
    {
        var wrong = await Invocation.RunAsync(line.Split(' '));

        Assert.Equal(2, wrong.Exit);
        Assert.Contains(mistake, wrong.Error, StringComparison.Ordinal);
        Assert.Contains(help, wrong.Error, StringComparison.Ordinal);
        Assert.Equal("", wrong.Output.Trim());
    }

    [Theory]
    [InlineData("read 1001 analogue:1", "\"analogue:1\" is not an object identifier")]
    [InlineData("read 1001 analogInput:1 temperature", "\"temperature\" is not a property")]
    [InlineData("read roof analogInput:1 --port 0", "\"roof\" is not a device")]
    [InlineData("read 4194303 analogInput:1 --port 0", "\"4194303\" is not a device")]
    [InlineData("read 1001 analogInput:1 --bind here", "--bind \"here\" is not an IPv4 address")]
    [InlineData("discover --range 5", "--range \"5\" is not a range of instances")]
    [InlineData("discover --range 9-5", "--range \"9-5\" is not a range of instances")]
    [InlineData("demo --devices 0", "--devices is 1 to 5000")]
    [InlineData("demo --points 10001", "--points is 1 to 10000")]
    [InlineData("demo --loss 100", "--loss is 0 to 99")]
    [InlineData("demo --loss NaN", "--loss is 0 to 99")]
    [InlineData("demo --poll 99ms", "--poll is 100ms or longer")]
    public async Task A_value_that_cannot_be_is_a_wrong_command_line_too(string line, string mistake)
    {
        var wrong = await Invocation.RunAsync(line.Split(' '));

        Assert.Equal(2, wrong.Exit);
        Assert.StartsWith("error: ", wrong.Error, StringComparison.Ordinal);
        Assert.Contains(mistake, wrong.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_commands_has_a_line_for_each_and_no_examples()
    {
        var help = (await Invocation.RunAsync("--help")).Output;

        Assert.DoesNotContain("Examples", help, StringComparison.Ordinal);
        Assert.Equal(1, help.Split('\n').Count(line => line.TrimStart().StartsWith("run ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_a_command_there_is_help()
    {
        var nothing = await Invocation.RunAsync();

        Assert.Equal(2, nothing.Exit);
        Assert.Contains("healthcheck", nothing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_not_of_this_machine_cannot_be_had()
    {
        var unavailable = await Invocation.RunAsync("read", "127.0.0.9", "analogInput:1", "--bind", "192.0.2.77", "--port", "0");

        Assert.Equal(69, unavailable.Exit);
        Assert.Contains("192.0.2.77", unavailable.Error, StringComparison.Ordinal);
    }
}
