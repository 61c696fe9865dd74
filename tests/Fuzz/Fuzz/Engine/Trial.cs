using Plenum.Fuzz.Targets;

namespace Plenum.Fuzz.Engine;

/// <summary>One input given to one target.</summary>
internal static class Trial
{
    /// <summary>What is wrong; null when nothing is.</summary>
    public static Finding? Of(Target target, byte[] input)
    {
        try
        {
            target.Probe(input);
            return null;
        }
        catch (BrokenPromiseException broken)
        {
            return new(target.Name, input, broken.Message);
        }
        catch (Exception thrown)   // whatever it is: nothing may be thrown at all
        {
            return new(target.Name, input, $"it threw {thrown}");
        }
    }
}
