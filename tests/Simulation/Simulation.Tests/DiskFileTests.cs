using Plenum.Simulation.Disk;

namespace Plenum.Simulation.Tests;

public sealed class DiskFileTests
{
    private readonly DiskFile _file = new();

    [Fact]
    public void What_was_synced_outlives_the_power()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var file = new DiskFile();
            file.Write([1, 2, 3], 0);
            file.Sync();
            file.Write([9, 9], 1);
            file.Write([7, 7, 7], 3);
            file.LosePower(new(seed));

            var octets = Read(file);
            Assert.Equal(1, octets[0]);
            Assert.Contains((octets[1], octets[2]), new[] { ((byte)2, (byte)3), ((byte)9, (byte)9) });
            Assert.Contains(file.Length, new[] { 3, 6 });
        }
    }

    [Fact]
    public void What_was_not_synced_is_lost_some_time_and_kept_some_time()
    {
        var lengths = Enumerable.Range(0, 50).Select(seed =>
        {
            var file = new DiskFile();
            file.Write([1], 0);
            file.LosePower(new(seed));
            return file.Length;
        }).Distinct().Order();

        Assert.Equal([0, 1], lengths);
    }

    [Fact]
    public void A_write_of_several_sectors_may_be_there_in_part()
    {
        var lengths = Enumerable.Range(0, 200).Select(seed =>
        {
            var file = new DiskFile();
            file.Write(new byte[2048], 0);
            file.LosePower(new(seed));
            return file.Length;
        }).Distinct().Order();

        Assert.Equal([0, 512, 1024, 1536, 2048], lengths);
    }

    [Fact]
    public void A_cut_that_was_not_synced_may_come_back()
    {
        _file.Write([1, 2, 3, 4], 0);
        _file.Sync();
        _file.Truncate(1);
        Assert.Equal([1], Read(_file));

        var lengths = Enumerable.Range(0, 50).Select(seed =>
        {
            var file = new DiskFile();
            file.Write([1, 2, 3, 4], 0);
            file.Sync();
            file.Truncate(1);
            file.LosePower(new(seed));
            return string.Join(',', Read(file));
        }).Distinct().Order();

        Assert.Equal(["1", "1,2,3,4"], lengths);
    }

    [Fact]
    public void Behind_the_end_is_nothing()
    {
        _file.Write([5], 3);
        var octets = new byte[6];

        Assert.False(_file.Read(octets, 0));
        Assert.Equal([0, 0, 0, 5, 0, 0], octets);
    }

    private static byte[] Read(DiskFile file)
    {
        var octets = new byte[file.Length];
        Assert.True(file.Read(octets, 0));
        return octets;
    }
}
