namespace Plenum.Tests.Architecture;

/// <summary>The checker itself, on sources written here: it must see every way to name a room, and fail on a new arrow.</summary>
public sealed class ArrowReaderTests
{
    [Theory]
    [InlineData("using Plenum.Gateway.Outbox;")]
    [InlineData("using static Plenum.Gateway.Outbox.Limits;")]
    [InlineData("using Box = Plenum.Gateway.Outbox.IOutbox;")]
    [InlineData("namespace Plenum.Gateway.Model; class A { Plenum.Gateway.Outbox.IOutbox? b; }")]
    [InlineData("namespace Plenum.Gateway.Model; class A { global::Plenum.Gateway.Outbox.IOutbox? b; }")]
    [InlineData("namespace Plenum.Gateway.Model; class A { Outbox.IOutbox? b; }")]
    [InlineData("namespace Plenum.Gateway.Model; class A { int B() => Plenum.Gateway.Outbox.Limits.Most; }")]
    [InlineData("namespace Plenum.Gateway.Model; class A { System.Collections.Generic.List<Plenum.Gateway.Outbox.IOutbox>? b; }")]
    public void An_arrow_is_seen_however_it_is_written(string text)
    {
        var arrow = Assert.Single(Read(("src/Plenum.Gateway/Model/A.cs", text)));

        Assert.Equal(new Room("Plenum.Gateway", "Model"), arrow.From);
        Assert.Equal(new Room("Plenum.Gateway", "Outbox"), arrow.To);
    }

    [Theory]
    [InlineData("// using Plenum.Gateway.Outbox;")]
    [InlineData("/// <summary><see cref=\"Plenum.Gateway.Outbox.IOutbox\"/></summary>\nclass A;")]
    [InlineData("class A { string b = \"Plenum.Gateway.Outbox\"; }")]
    [InlineData("namespace Plenum.Gateway.Model; class A { int Outbox => 1; string B() => Outbox.ToString(); }")]
    public void What_is_no_code_is_no_arrow(string text) => Assert.Empty(Read(("src/Plenum.Gateway/Model/A.cs", text)));

    [Fact]
    public void A_new_arrow_fails_with_file_line_and_rule()
    {
        var arrows = Read(("src/Plenum.Gateway/Outbox/Store.cs", "using System;\nusing Plenum.Gateway.Uplink;\n"), ("src/Plenum.Gateway/Uplink/Sender.cs", ""));

        var message = Assert.Single(RoomRules.Violations(arrows));
        Assert.Equal("src/Plenum.Gateway/Outbox/Store.cs:2: Plenum.Gateway/Outbox → Plenum.Gateway/Uplink (Plenum.Gateway.Uplink). Rule: Outbox may name Model.", message);
    }

    [Theory]
    [InlineData("Configuration", "Plenum.Bacnet.Protocol.Types", true)]
    [InlineData("Configuration", "Plenum.Bacnet.Protocol.Links", true)]
    [InlineData("Configuration", "Plenum.Bacnet.Protocol.Services", false)]
    [InlineData("Configuration", "Plenum.Bacnet.Client", false)]
    [InlineData("Mapping", "Plenum.Bacnet.Protocol.Types", false)]
    [InlineData("Polling", "Plenum.Bacnet.Client", true)]
    [InlineData("Polling", "Plenum.ThingsBoard.Session", false)]
    [InlineData("Uplink", "Plenum.ThingsBoard.Session", true)]
    [InlineData("Uplink", "Plenum.Bacnet.Client", false)]
    [InlineData("Downlink", "Plenum.ThingsBoard.Session", true)]
    [InlineData("Supervision", "Plenum.Gateway.Configuration", false)]
    [InlineData("Uplink", "Plenum.Gateway.Hosting", false)]
    [InlineData("Hosting", "Plenum.Gateway.Uplink", true)]
    [InlineData("Hosting", "Plenum.Bacnet.Simulator.Buildings", false)]
    public void The_rules_are_those_of_the_picture(string folder, string named, bool allowed)
    {
        var arrows = Read(($"src/Plenum.Gateway/{folder}/A.cs", $"using {named};"));

        Assert.Single(arrows);
        Assert.Equal(allowed, RoomRules.Violations(arrows).Count == 0);
    }

    [Fact]
    public void A_folder_without_a_rule_may_name_nothing() =>
        Assert.Contains("has no line in RoomRules", Assert.Single(RoomRules.Violations(Read(("src/Plenum.Gateway/Attic/A.cs", "using Plenum.Gateway.Model;")))), StringComparison.Ordinal);

    [Fact]
    public void A_circle_is_found_and_shown_with_its_places()
    {
        var arrows = Read(
            ("src/Plenum.Bacnet/Client/A.cs", "using Plenum.Bacnet.Transport;"),
            ("src/Plenum.Bacnet/Transport/B.cs", "using Plenum.Bacnet.Server;"),
            ("src/Plenum.Bacnet/Server/C.cs", "\nusing Plenum.Bacnet.Client;"));

        var message = Assert.Single(Cycles.In(arrows));
        Assert.Contains("src/Plenum.Bacnet/Server/C.cs:2: Plenum.Bacnet/Server → Plenum.Bacnet/Client", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_ways_to_the_same_room_are_no_circle() => Assert.Empty(Cycles.In(Read(
        ("src/Plenum.Bacnet/Client/A.cs", "using Plenum.Bacnet.Transport; using Plenum.Bacnet.Server;"),
        ("src/Plenum.Bacnet/Transport/B.cs", "using Plenum.Bacnet.Server;"),
        ("src/Plenum.Bacnet/Server/C.cs", ""))));

    /// <summary>The arrows of the given files, read beside one file in every room that a test may name.</summary>
    private static List<Arrow> Read(params (string Path, string Text)[] files)
    {
        string[] rooms = ["Plenum.Gateway/Model", "Plenum.Gateway/Configuration", "Plenum.Gateway/Outbox", "Plenum.Gateway/Uplink", "Plenum.Gateway/Hosting",
            "Plenum.Bacnet/Client", "Plenum.Bacnet.Protocol/Types", "Plenum.Bacnet.Protocol/Links", "Plenum.Bacnet.Protocol/Services",
            "Plenum.Bacnet.Simulator/Buildings", "Plenum.ThingsBoard/Session"];
        var all = rooms.Select(room => SourceFile.Parse($"src/{room}/Empty.cs", "")).Concat(files.Select(file => SourceFile.Parse(file.Path, file.Text)));
        return [.. new ArrowReader([.. all]).Read()];
    }
}
