using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>How a read ended.</summary>
internal enum Ending { Right, Silent, Wrong }

/// <summary>How a read ended, and which answer of which device it got.</summary>
internal readonly record struct Outcome(Ending Ending, int Device = 0, int Serial = 0);

/// <summary>Devices whose answers tell which request they belong to, and readers that hold them to it.</summary>
internal static class Storm
{
    /// <summary>A device whose every value is the time at which it was asked for, its own number, the object's, and a serial number: whoever gets an answer to another request, or one that somebody else has had, shows.</summary>
    public static ScriptedDevice Clock(ClientBench bench, int number, VirtualLan? lan = null)
    {
        var device = bench.Scripted($"10.0.{1 + (number >> 8)}.{number & 255}", lan: lan);
        var serial = 0;
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, Value(bench, number, asked.Target, ++serial)));
        return device;
    }

    /// <summary>The value that a clock has now.</summary>
    public static BacnetValue Value(ClientBench bench, int number, PropertyReference target, int serial) => BacnetValue.OctetString(
        [.. BitConverter.GetBytes(bench.Client.Now.Ticks), .. BitConverter.GetBytes((ushort)number), (byte)target.Object.Instance, .. BitConverter.GetBytes(serial)]);

    /// <summary>Reads one of five objects of a clock. So few that many requests ask for the very same thing, and only the id tells them apart.</summary>
    public static async Task<Outcome> ReadAsync(ClientBench bench, DeviceAddress at, int i, int? number = null)
    {
        var instance = (byte)(i % 5);
        var began = bench.Client.Now;
        try
        {
            var value = (await bench.Client.ReadAsync(new(at), ClientBench.Value(instance), TestContext.Current.CancellationToken)).Value.AsOctetString;
            var isFresh = BitConverter.ToInt64(value) >= began.Ticks;
            var isOurs = BitConverter.ToUInt16(value, 8) == (number ?? NumberOf(at)) && value[10] == instance;
            return new(isFresh && isOurs ? Ending.Right : Ending.Wrong, BitConverter.ToUInt16(value, 8), BitConverter.ToInt32(value, 11));
        }
        catch (BacnetTimeoutException)
        {
            return new(Ending.Silent);
        }
    }

    /// <summary>Nobody got a value that is not its own, and no answer was believed twice.</summary>
    public static void AssertNoneWrong(IReadOnlyCollection<Outcome> outcomes)
    {
        Assert.Equal(0, outcomes.Count(outcome => outcome.Ending == Ending.Wrong));
        var answers = outcomes.Where(outcome => outcome.Ending == Ending.Right).ToList();
        Assert.Equal(answers.Count, answers.Distinct().Count());
    }

    private static int NumberOf(DeviceAddress at) => (int)(at.Ip & 0xFFFF) - 0x100;
}
