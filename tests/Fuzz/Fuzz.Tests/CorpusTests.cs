using Plenum.Fuzz.Corpus;
using Plenum.Fuzz.Engine;
using Plenum.Fuzz.Targets;

namespace Plenum.Fuzz.Tests;

/// <summary>The kept inputs: what took a new branch once, and what was found once.</summary>
public sealed class CorpusTests
{
    private static readonly CorpusFiles Files = new(Path.Combine(AppContext.BaseDirectory, "corpus"));

    [Fact]
    public void No_kept_input_breaks_a_promise() =>
        Assert.Empty(AllTargets.List.SelectMany(target => Files.Of(target.Name).Select(input => Trial.Of(target, input)).OfType<Finding>()));

    [Fact]
    public void Every_file_of_kept_inputs_belongs_to_a_target_and_is_small()
    {
        Assert.NotEmpty(Files.Targets);
        Assert.Empty(Files.Targets.Except(AllTargets.List.Select(target => target.Name)));
        Assert.All(Files.Targets, target => Assert.InRange(Files.Of(target).Sum(input => input.Length), 1, 16 * 1024));
    }

    [Fact]
    public void A_finding_is_kept_as_a_file_with_the_command_that_repeats_it()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var told = new Finding("Value", [0xF5, 0xFF], "it threw").Keep(folder);

            var file = Assert.Single(Directory.GetFiles(folder, "*.bin"));
            Assert.Equal("F5FF", Convert.ToHexString(File.ReadAllBytes(file)));
            Assert.Contains($"./test --fuzz-replay Value {file}", told, StringComparison.Ordinal);
            Assert.Contains(told, File.ReadAllText(Path.ChangeExtension(file, ".txt")), StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Kept_inputs_read_back()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            CorpusFiles files = new(folder);
            files.Keep("Value", [[1, 2, 3], [], [4]]);

            Assert.Equal(["Value"], files.Targets);
            Assert.Equal(["", "04", "010203"], files.Of("Value").Select(Convert.ToHexString));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact] // whoever adds a codec gets its fuzzing with it
    public void Every_service_is_a_target_without_being_listed() => Assert.Superset(
        new HashSet<string> { "ReadPropertyRequest", "ReadPropertyAck", "WritePropertyRequest", "WhoIsRequest", "IAmRequest", "ErrorReply", "TagHeader" },
        AllTargets.List.Select(target => target.Name).ToHashSet());
}
