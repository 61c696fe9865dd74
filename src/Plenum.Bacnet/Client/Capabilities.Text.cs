using System.Globalization;
using Plenum.Bacnet.Protocol.Apdu;

namespace Plenum.Bacnet.Client;

/// <content>For people: how the device is read, and why.</content>
public sealed partial class Capabilities
{
    /// <summary>Whether the device is read in the best way that there is.</summary>
    public bool IsUnlimited => ReadsMultiple && MostAnswer == ApduSizes.Largest - Header && _facts.Alone.IsEmpty;

    /// <summary>How the device is read: <c>in batches with answers of at most 477 octets; 2 properties alone</c>.</summary>
    public string Way
    {
        get
        {
            if (!ReadsMultiple) return "property by property";
            var batches = string.Create(CultureInfo.InvariantCulture, $"in batches with answers of at most {MostAnswer} octets");
            return _facts.Alone.Count switch { 0 => batches, 1 => batches + "; one property alone", var alone => string.Create(CultureInfo.InvariantCulture, $"{batches}; {alone} properties alone") };
        }
    }

    /// <summary>Why it is read so: the evidence of each fact that limits it, with the time of each; empty when nothing does.</summary>
    public string Evidence => string.Join("; ", Reasons(_facts));

    private static IEnumerable<string> Reasons(CapabilityFacts facts)
    {
        if (!facts.ReadsMultiple.Value) yield return Told("no ReadPropertyMultiple", facts.ReadsMultiple);
        if (facts.MaxApdu.Value < ApduSizes.Largest) yield return Told($"APDUs of at most {facts.MaxApdu.Value} octets", facts.MaxApdu);
        if (facts.PathApdu.Value < ApduSizes.Largest) yield return Told($"the way lets {facts.PathApdu.Value} octets through", facts.PathApdu);
        if (facts.MostAnswer.Value < ApduSizes.Largest - Header) yield return Told($"answers of at most {facts.MostAnswer.Value} octets", facts.MostAnswer);
        foreach (var alone in facts.Alone.Values.OrderBy(alone => alone.Since).Take(3)) yield return Told($"{alone.Value} alone", alone);
        if (facts.Alone.Count > 3) yield return $"and {facts.Alone.Count - 3} more properties alone";
    }

    private static string Told<T>(string what, Fact<T> fact) => string.Create(CultureInfo.InvariantCulture, $"{what}: {fact.Why} ({fact.Since:yyyy-MM-dd HH:mm}Z)");
}
