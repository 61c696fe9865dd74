using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

public class ProblemsTests
{
    private static readonly Origin Here = new("bacnet.json", "devices[0]", 12, 9);

    [Fact]
    public void A_problem_reads_as_place_severity_path_what_and_cure()
    {
        Assert.Equal("bacnet.json:12:9: error: devices[0]: wrong; write right", new Problem(ProblemSeverity.Error, "bacnet.json", "devices[0]", 12, 9, "wrong", "write right").ToString());
        Assert.Equal("environment: warning: TB_GW_PORT: odd; set it", new Problem(ProblemSeverity.Warning, "environment", "TB_GW_PORT", null, null, "odd", "set it").ToString());
        Assert.Equal("bacnet.json: error: gone; put it back", new Problem(ProblemSeverity.Error, "bacnet.json", "", null, null, "gone", "put it back").ToString());
    }

    [Fact]
    public void An_error_in_an_item_costs_the_item_and_nothing_around_it()
    {
        var problems = new Problems();

        var outer = problems.Item("device", Here, device =>
        {
            Assert.Null(device.Item("point", Here, point =>
            {
                point.Error(Here, "wrong", "write right");
                return "point";
            }));
            return "device";
        });

        Assert.Equal("device", outer);
        Assert.False(problems.Failed);
        Assert.Equal([new LeftOutItem("point", "bacnet.json", "devices[0]")], problems.LeftOut);
    }

    [Fact]
    public void What_is_not_supported_yet_is_a_warning_that_leaves_the_item_out()
    {
        var problems = new Problems();

        Assert.Null(problems.Item("point", Here, point => { point.NotYet(Here, "this", "write that"); return "point"; }));

        Assert.Equal(ProblemSeverity.Warning, Assert.Single(problems.Found).Severity);
    }

    [Fact]
    public void A_warning_leaves_nothing_out()
    {
        var problems = new Problems();

        Assert.Equal("point", problems.Item("point", Here, point => { point.Warn(Here, "odd", "write even"); return "point"; }));

        Assert.Empty(problems.LeftOut);
    }
}
