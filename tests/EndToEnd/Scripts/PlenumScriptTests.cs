using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Scripts;

/// <summary><c>./plenum</c>: builds what changed, then is the program.</summary>
public sealed class PlenumScriptTests : IDisposable
{
    /// <summary>A compiler that counts how often it is asked, and whose program shows its arguments and ends with 7.</summary>
    private const string Compiler = """
        [ "$1" = --version ] && exit 0
        echo "$DOTNET_CLI_HOME" >>"$COUNT"
        mkdir -p artifacts/bin/Plenum/release
        printf '#!/usr/bin/env bash\nfor a in "$@"; do echo "<$a>"; done\necho aside >&2\nexit 7\n' >artifacts/bin/Plenum/release/plenum
        /bin/chmod +x artifacts/bin/Plenum/release/plenum
        """;

    private readonly FakeCheckout _checkout = new();

    public PlenumScriptTests() => _checkout.Command("dotnet", $"COUNT='{_checkout.Beside("builds")}'\n{Compiler}");

    public void Dispose() => _checkout.Dispose();

    [Fact]
    public async Task Arguments_streams_and_exit_code_are_the_programs_own()
    {
        var run = await _checkout.RunAsync("plenum", "demo", "two words", "", "$x*");

        Assert.Equal(new Run(7, "<demo>\n<two words>\n<>\n<$x*>\n", "building…\naside\n"), run);
    }

    [Fact]
    public async Task What_has_not_changed_is_not_built_again()
    {
        await _checkout.RunAsync("plenum");
        var again = await _checkout.RunAsync("plenum");

        Assert.Equal("aside\n", again.Error);
        Assert.Equal(1, Builds);
    }

    [Fact]
    public async Task An_edited_an_added_and_a_deleted_file_are_noticed()
    {
        await _checkout.RunAsync("plenum");
        File.WriteAllText(_checkout.At("src", "Plenum", "Program.cs"), "edited");
        await _checkout.RunAsync("plenum");
        File.WriteAllText(_checkout.At("src", "Plenum", "New.cs"), "");
        await _checkout.RunAsync("plenum");
        File.Delete(_checkout.At("src", "Plenum", "New.cs"));
        await _checkout.RunAsync("plenum");

        Assert.Equal(4, Builds);
    }

    [Fact]
    public async Task A_failed_build_shows_what_it_said_and_runs_nothing()
    {
        _checkout.Command("dotnet", "[ \"$1\" = --version ] && exit 0\necho 'Program.cs(1,1): error'\nexit 1");

        var run = await _checkout.RunAsync("plenum");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("Program.cs(1,1): error", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_build_is_tried_again()
    {
        _checkout.Command("dotnet", "[ \"$1\" = --version ] && exit 0\nexit 1");
        await _checkout.RunAsync("plenum");
        _checkout.Command("dotnet", $"COUNT='{_checkout.Beside("builds")}'\n{Compiler}");

        Assert.Equal(7, (await _checkout.RunAsync("plenum")).ExitCode);
    }

    [Fact]
    public async Task A_signal_reaches_the_program_itself()
    {
        await _checkout.RunAsync("plenum");
        _checkout.Program("artifacts/bin/Plenum/release/plenum", "trap 'echo stopping; exit 42' TERM\necho ready\nwhile :; do sleep 0.05; done");
        using var process = Tool.Start(_checkout.At("plenum"), [], _checkout.Environment());
        Assert.Equal("ready", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));

        (await Tool.RunAsync("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])).Checked();

        Assert.Equal(new Run(42, "stopping\n", ""), await Tool.EndOfAsync(process, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task A_home_that_cannot_be_written_is_replaced_for_the_build()
    {
        var run = await Tool.RunAsync(_checkout.At("plenum"), [], _checkout.Environment(home: "/nonexistent"));

        Assert.Equal(7, run.ExitCode);
        Assert.Equal(_checkout.At("artifacts", "home"), File.ReadAllText(_checkout.Beside("builds")).Trim());
    }

    [Fact]
    public async Task Without_an_SDK_that_can_be_had_the_command_that_installs_it_is_printed()
    {
        File.Delete(_checkout.Beside("bin/dotnet"));

        var run = await _checkout.RunAsync("plenum");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("dotnet-install.sh | bash -s -- --channel 10.0 --install-dir", run.Error, StringComparison.Ordinal);
    }

    private int Builds => File.ReadAllLines(_checkout.Beside("builds")).Length;
}
