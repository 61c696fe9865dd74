using System.Xml.Linq;

namespace Plenum.Tests.Architecture;

/// <summary>The arrows between projects: exactly those of the picture in <c>docs/architecture.md</c>.</summary>
public sealed class ProjectTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Plenum.Bacnet.Protocol"] = [],
        ["Plenum.Bacnet"] = ["Plenum.Bacnet.Protocol"],
        ["Plenum.Bacnet.Simulator"] = ["Plenum.Bacnet"],
        ["Plenum.ThingsBoard"] = [],
        ["Plenum.Gateway"] = ["Plenum.Bacnet", "Plenum.ThingsBoard"],
        ["Plenum"] = ["Plenum.Bacnet.Simulator", "Plenum.Gateway"],
    };

    [Fact]
    public void The_projects_and_their_arrows_are_those_of_the_picture()
    {
        var found = Repository.Projects.ToDictionary(NameOf, References);

        Assert.Equal(Arrows.Keys.Order(), found.Keys.Order());
        Assert.All(Arrows, project => Assert.Equal(project.Value, found[project.Key]));
    }

    [Fact] // A package there would bring sockets, clocks or threads into the part that has none.
    public void The_protocol_takes_no_package_along() =>
        Assert.Equal(["Microsoft.CodeAnalysis.BannedApiAnalyzers"], Items(Repository.Projects.Single(path => NameOf(path) == "Plenum.Bacnet.Protocol"), "PackageReference"));

    /// <summary>The simulation gives the gateway another network, disk and server: the one other who sees what they are plugged into.</summary>
    [Fact]
    public void A_projects_internals_are_shown_to_its_own_tests_only() =>
        Assert.All(Repository.Projects, path => Assert.All(Items(path, "InternalsVisibleTo"), friend =>
            Assert.Contains(friend, (string[])(NameOf(path) == "Plenum.Gateway" ? ["Plenum.Gateway.Tests", "Simulation"] : [NameOf(path) + ".Tests"]))));

    [Fact]
    public void No_project_hides_a_using() =>
        Assert.All(Repository.Projects, path => Assert.DoesNotContain(Items(path, "Using"), name => name.StartsWith("Plenum", StringComparison.Ordinal)));

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);

    private static string[] References(string path) => [.. Items(path, "ProjectReference").Select(NameOf).Order()];

    private static IEnumerable<string> Items(string path, string kind) =>
        XDocument.Load(path).Descendants(kind).Select(item => item.Attribute("Include")!.Value.Replace('\\', '/'));
}
