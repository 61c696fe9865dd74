using Plenum.Fuzz.Engine;
using Plenum.Fuzz.Targets;
using SharpFuzz.Common;

namespace Plenum.Fuzz.Tests;

/// <summary>A campaign finds bugs that were put in for it.</summary>
[Collection("one set of counters")]
public sealed class CampaignTests
{
    private static readonly Coverage Counters = new();

    [Fact] // blind chance would need 256^4 inputs; each right octet is a branch of its own, and the corpus keeps it
    public void An_index_out_of_range_behind_four_right_octets_is_found_branch_by_branch()
    {
        byte[] right = [0x42, 0x55, 0x47, 0x21];
        Target planted = new("planted", octets =>
        {
            for (var i = 0; i < right.Length; i++)
            {
                if (octets.Length <= i || octets[i] != right[i]) return;
                Take(branch: i);
            }
            _ = octets[octets.Length];
        });

        var (finding, tried) = Search(planted, most: 2_000_000);

        Assert.NotNull(finding);
        Assert.StartsWith(Convert.ToHexString(right), Convert.ToHexString(finding.Octets), StringComparison.Ordinal);
        Assert.Contains(nameof(IndexOutOfRangeException), finding.Reason, StringComparison.Ordinal);
        Assert.InRange(tried, 1, 1_999_999);
    }

    [Fact]
    public void An_allocation_that_a_length_in_the_octets_commands_is_found()
    {
        Target planted = new("planted", Promises.Of((ReadOnlySpan<byte> octets, out byte[] message, out Plenum.Bacnet.Protocol.Tags.DecodeError error) =>
        {
            error = default;
            message = octets.Length >= 3 ? new byte[(octets[0] << 16) | (octets[1] << 8) | octets[2]] : [];
            return true;
        }, encode: null));

        var (finding, _) = Search(planted, most: 100_000);

        Assert.Contains("made it allocate", finding?.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_its_promises_is_not_found_anything_against()
    {
        Target sound = new("sound", _ => { });

        Assert.Equal((null, 5000), Search(sound, most: 5000));
    }

    [Fact]
    public void One_seed_makes_one_campaign()
    {
        List<string> first = [], second = [];
        foreach (var inputs in (List<string>[])[first, second])
        {
            Campaign campaign = new(new("sound", octets => Take(octets.Length)), new Random(7), Counters, input => inputs.Add(Convert.ToHexString(input)));
            campaign.Run([[1, 2, 3]], [], () => campaign.Tried < 500);
        }

        Assert.Equal(first, second);
        Assert.True(first.Distinct().Count() > 250, "hardly any two inputs differ");
    }

    [Fact]
    public void An_input_is_shortened_to_what_takes_the_same_branches()
    {
        Target target = new("target", octets =>
        {
            if (octets.IndexOf((byte)0xAA) >= 0) Take(branch: 1);
            if (octets.IndexOf((byte)0xBB) >= 0) Take(branch: 2);
        });
        Minimizer minimizer = new(target, Counters, _ => { });

        Assert.Equal("AABB", Convert.ToHexString(minimizer.Shorten([1, 2, 0xAA, 3, 4, 5, 0xBB, 6])));
        Assert.Equal(["AA", "BB"], minimizer.Minimize([[1], [1, 0xAA], [0xBB, 2], [0xAA, 3, 0xBB], [0xAA, 4, 0xBB]]).Select(Convert.ToHexString));
    }

    private static unsafe void Take(int branch) => Trace.SharedMem[1000 + branch]++;

    private static (Finding? Finding, long Tried) Search(Target target, long most)
    {
        Campaign campaign = new(target, new Random(2026), Counters, _ => { });
        var finding = campaign.Run([], [], () => campaign.Tried < most);
        return (finding, campaign.Tried);
    }
}
