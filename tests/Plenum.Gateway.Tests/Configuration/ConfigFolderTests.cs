using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

public class ConfigFolderTests
{
    [Theory]
    [InlineData("/a", "/b", true, "/a")]
    [InlineData(null, "/b", true, "/b")]
    [InlineData("", "/b", true, "/b")]
    [InlineData(null, null, true, ConfigFolder.InContainer)]
    [InlineData(null, "", true, ConfigFolder.InContainer)]
    public void The_command_line_beats_the_environment_which_beats_the_container(string? argument, string? variable, bool inContainer, string expected) =>
        Assert.Equal(expected, Resolve(argument, variable, inContainer));

    [Fact]
    public void Outside_of_a_container_it_is_the_folder_config() =>
        Assert.Equal(Path.GetFullPath("config"), Resolve(null, null, inContainer: false));

    private static string Resolve(string? argument, string? variable, bool inContainer) => ConfigFolder.Resolve(argument,
        name => name == "TB_GW_CONFIG_DIR" ? variable : null,
        folder => inContainer && folder == ConfigFolder.InContainer);
}
