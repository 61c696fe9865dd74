using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

public class ConfigurationReaderTests
{
    [Fact]
    public void A_plan_carries_the_revision_it_was_asked_for()
    {
        var folder = Folder("storage-file");

        Assert.Equal(7, ConfigurationReader.Read(folder, _ => null, "/data", revision: 7).Plan!.Revision);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error_and_no_exception()
    {
        var result = ConfigurationReader.Read("/nowhere/at/all", _ => null, "/data");

        Assert.Null(result.Plan);
        Assert.True(result.HasErrors);
    }

    /// <summary>A torn write, a slip of the editor: whatever is left of a good file, the reader returns.</summary>
    [Theory]
    [InlineData("form-new-shipped-default")]
    [InlineData("form-old-shipped-default")]
    public void A_file_cut_off_anywhere_never_throws(string name)
    {
        var whole = File.ReadAllBytes(Path.Combine(Folder(name), "bacnet.json"));
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Folder(name), "tb_gateway.json"), Path.Combine(folder.Path, "tb_gateway.json"));

        for (var length = 0; length < whole.Length - 2; length++)
        {
            File.WriteAllBytes(Path.Combine(folder.Path, "bacnet.json"), whole[..length]);
            var result = ConfigurationReader.Read(folder.Path, Environment, "/data");
            Assert.Null(result.Plan);
            Assert.True(result.HasErrors);
        }
    }

    /// <summary>Any value of a good file replaced by another kind of value: problems, never an exception.</summary>
    [Theory]
    [InlineData("form-new-shipped-default", "bacnet.json")]
    [InlineData("form-old-shipped-default", "bacnet.json")]
    [InlineData("form-new-shipped-default", "tb_gateway.json")]
    public void A_value_of_the_wrong_kind_anywhere_never_throws(string name, string file)
    {
        var text = File.ReadAllText(Path.Combine(Folder(name), file));
        using var folder = new TemporaryFolder();
        foreach (var other in (string[])["tb_gateway.json", "bacnet.json"]) File.Copy(Path.Combine(Folder(name), other), Path.Combine(folder.Path, other));

        var replaced = 0;
        for (var colon = text.IndexOf(':', StringComparison.Ordinal); colon >= 0; colon = text.IndexOf(':', colon + 1))
        {
            var end = text.AsSpan(colon).IndexOfAny(',', '\n', '}') + colon;
            foreach (var value in (string[])["null", "7", "-1", "1e400", "\"\"", "\"x\"", "\"a\\u0000b\"", "true", "[]", "{}", "[[]]", "{\"a\":{}}"])
            {
                File.WriteAllText(Path.Combine(folder.Path, file), $"{text[..(colon + 1)]}{value}{text[end..]}");
                Assert.NotNull(ConfigurationReader.Read(folder.Path, Environment, "/data"));
                replaced++;
            }
        }
        Assert.InRange(replaced, 100, 10_000);
    }

    [Fact]
    public void A_thousand_devices_of_a_hundred_points_are_read()
    {
        using var folder = new TemporaryFolder();
        File.Copy(Path.Combine(Folder("storage-file"), "tb_gateway.json"), Path.Combine(folder.Path, "tb_gateway.json"));
        var devices = Enumerable.Range(1, 1000).Select(id =>
            $$"""{ "deviceInfo": { "deviceNameExpression": "D{{id}}" }, "deviceId": {{id}}, "timeseries": [ { "key": "${objectName}", "objectType": "analogInput", "objectId": "1-100" } ] }""");
        File.WriteAllText(Path.Combine(folder.Path, "bacnet.json"), $$"""{ "application": {}, "devices": [ {{string.Join(",", devices)}} ] }""");

        var result = ConfigurationReader.Read(folder.Path, _ => null, "/data");

        Assert.Empty(result.Problems);
        Assert.Equal(100_000, Assert.Single(result.Plan!.Connectors).Devices.Sum(device => device.Points.Count));
    }

    private static string? Environment(string name) => name == "TB_GW_ACCESS_TOKEN" ? "token" : null;

    private static string Folder(string name) => Path.Combine(ConfigCase.Root, name);

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("plenum-config-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
