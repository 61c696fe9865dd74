namespace Plenum.Gateway.Tests.Configuration;

public class ConfigCaseTests
{
    public static TheoryData<string> Cases => [.. ConfigCase.Names];

    [Theory, MemberData(nameof(Cases))]
    public void A_configuration_becomes_the_expected_plan_and_the_expected_problems(string name)
    {
        var folder = new ConfigCase(name);

        var result = folder.Read();

        var (plan, problems) = (folder.PlanOf(result), folder.ProblemsOf(result));
        if (ConfigCase.Writes)
        {
            folder.Write("expected.json", plan);
            folder.Write("expected.err", problems);
            Assert.Fail("the expectation was written: review it with git diff, and run again without the variable");
        }
        Assert.Equal(folder.Expected("expected.err"), problems);
        Assert.Equal(folder.Expected("expected.json"), plan);
    }

    [Theory, MemberData(nameof(Cases))]
    public void No_problem_and_no_text_of_the_plan_carries_a_secret(string name)
    {
        var result = new ConfigCase(name).Read();

        // Every secret of every case has this word in it.
        Assert.DoesNotContain(result.Problems, problem => problem.ToString().Contains("s3cret", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("s3cret", result.Plan?.ToString() ?? "", StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("s3cret", result.Plan?.Server.Security.ToString() ?? "", StringComparison.OrdinalIgnoreCase);
    }

    [Theory, MemberData(nameof(Cases))]
    public void Reading_writes_nothing_and_gives_the_same_again(string name)
    {
        var folder = new ConfigCase(name);

        var (first, second) = (folder.Read(), folder.Read());

        Assert.Equal(folder.PlanOf(first), folder.PlanOf(second));
        Assert.Equal(first.Problems, second.Problems);
    }
}
