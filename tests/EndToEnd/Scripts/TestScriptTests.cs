namespace EndToEnd.Tests.Scripts;

/// <summary><c>./test</c>: its sums are what a change is judged by, so it is held to them.</summary>
public sealed class TestScriptTests : IDisposable
{
    private readonly FakeCheckout _checkout = new();

    public TestScriptTests() => _checkout.Command("dotnet", "exit 0");

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task The_last_line_is_the_sum_over_all_projects()
    {
        Project("One.Tests", Report(passed: 3, skipped: 1, Skipped("no mosquitto here")));
        Project("Two.Tests", Report(passed: 4, skipped: 1, Skipped("no mosquitto here")));

        var run = await _checkout.RunAsync("test");

        Assert.Equal((0, "7 passed, 0 failed, 2 skipped"), (run.ExitCode, run.LastLine));
        Assert.Contains("skipped 2: no mosquitto here", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_is_shown_and_ends_with_1()
    {
        Project("One.Tests", "echo 'expected 1 but was 2'\n" + Report(passed: 3, failed: 1) + "\nexit 2");

        var run = await _checkout.RunAsync("test");

        Assert.Equal((1, "3 passed, 1 failed, 0 skipped"), (run.ExitCode, run.LastLine));
        Assert.Contains("expected 1 but was 2", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_dies_before_its_report_is_a_failure()
    {
        Project("One.Tests", Report(passed: 3));
        Project("Two.Tests", "echo 'about to die'\nkill -KILL $$");

        var run = await _checkout.RunAsync("test");

        Assert.Equal((1, "3 passed, 1 failed, 0 skipped"), (run.ExitCode, run.LastLine));
        Assert.Contains("about to die", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_without_a_test_is_a_failure()
    {
        Project("One.Tests", Report(passed: 0));

        Assert.Equal((1, "0 passed, 0 failed, 0 skipped"), (await _checkout.RunAsync("test")) is var run ? (run.ExitCode, run.LastLine) : default);
    }

    [Fact]
    public async Task Tests_that_do_not_build_are_a_failure_with_the_errors()
    {
        Project("One.Tests", Report(passed: 3));
        _checkout.Command("dotnet", "[ \"$1\" = --version ] && exit 0\necho 'A.cs(1,1): error'\nexit 1");

        var run = await _checkout.RunAsync("test");

        Assert.Equal((1, "0 passed, 1 failed, 0 skipped"), (run.ExitCode, run.LastLine));
        Assert.Contains("A.cs(1,1): error", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--filter-not-trait Category=Chaos")]
    [InlineData("--filter-trait Category=Chaos", "--chaos")]
    [InlineData("--filter-not-trait Category=Chaos --filter-method *one* *two*", "--filter", "one", "--filter", "two")]
    public async Task Arguments_choose_the_tests(string expected, params string[] arguments)
    {
        Project("One.Tests", $"echo \"$*\" >'{_checkout.Beside("arguments")}'\n" + Report(passed: 1));

        await _checkout.RunAsync("test", arguments);

        Assert.StartsWith(expected + " --ignore-exit-code 8 ", File.ReadAllText(_checkout.Beside("arguments")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_is_built_and_run_when_asked_for()
    {
        Project("One.Tests", Report(passed: 1));
        _checkout.Program("artifacts/bin/One.Tests/release/One.Tests", "report=artifacts/test-results/One.Tests.xml\n" + Report(passed: 5));
        _checkout.Command("dotnet", $"echo \"$*\" >>'{_checkout.Beside("dotnet-arguments")}'");

        Assert.Equal("5 passed, 0 failed, 0 skipped", (await _checkout.RunAsync("test", "--release")).LastLine);
        Assert.Contains(" --configuration Release ", File.ReadAllText(_checkout.Beside("dotnet-arguments")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tool_that_cannot_be_had_is_named_with_the_command_that_installs_it()
    {
        Project("One.Tests", Report(passed: 1));
        File.Delete(_checkout.Beside("bin/tshark"));

        var run = await _checkout.RunAsync("test");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("sudo apt-get install -y --no-install-recommends tshark", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_argument_is_refused_before_anything_runs()
    {
        Project("One.Tests", $"touch '{_checkout.Beside("ran")}'");

        Assert.Equal(2, (await _checkout.RunAsync("test", "--chaoss")).ExitCode);
        Assert.False(File.Exists(_checkout.Beside("ran")));
    }

    /// <summary>A test project whose built program does what <paramref name="body"/> says; in it, <c>$report</c> is where its report belongs.</summary>
    private void Project(string name, string body)
    {
        File.WriteAllText(_checkout.At("tests", name, name + ".csproj"), "");
        _checkout.Program($"artifacts/bin/{name}/debug/{name}", $"report=artifacts/test-results/{name}.xml\n{body}");
    }

    private static string Report(int passed, int failed = 0, int skipped = 0, string tests = "") =>
        $"echo '<assemblies><assembly name=\"x\" passed=\"{passed}\" failed=\"{failed}\" skipped=\"{skipped}\" errors=\"0\" not-run=\"9\">{tests}</assembly></assemblies>' >\"$report\"";

    private static string Report(int passed, int skipped, string tests) => Report(passed, 0, skipped, tests);

    private static string Skipped(string reason) => $"<test name=\"a\" result=\"Skip\"><reason>{reason}</reason></test>";
}
