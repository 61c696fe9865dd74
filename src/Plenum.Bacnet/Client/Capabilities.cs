using Plenum.Bacnet.Protocol.Apdu;

namespace Plenum.Bacnet.Client;

/// <summary>What has been learned of what a device can do, and why that is believed.</summary>
public sealed class Capabilities
{
    private const int Header = 3;

    /// <summary>The largest APDU that the device takes, in octets; the standard's largest until it has said otherwise.</summary>
    public int MaxApdu { get; private set; } = ApduSizes.Largest;

    /// <summary>Whether ReadPropertyMultiple may be used.</summary>
    public bool ReadsMultiple { get; private set; } = true;

    /// <summary>The largest answer that is asked for at once, in estimated octets.</summary>
    public int MostAnswer { get; private set; } = ApduSizes.Largest - Header;

    /// <summary>The largest answer that came to a ReadPropertyMultiple, in estimated octets; 0 before the first. Silence about no more than this has another reason than size.</summary>
    public int LargestAnswered { get; private set; }

    /// <summary>Why the device is read as it is: the last thing that was learned.</summary>
    public string Evidence { get; private set; } = "nothing learned yet";

    /// <summary>Grows with each change, so that what was planned for an older state is planned anew.</summary>
    public int Revision { get; private set; }

    /// <summary>The device told its largest APDU: in an I-Am, or as a property.</summary>
    public void OnMaxApdu(uint octets)
    {
        var told = (int)Math.Clamp(octets, ApduSizes.Smallest, ApduSizes.Largest);
        if (told == MaxApdu) return;
        MaxApdu = told;
        MostAnswer = Math.Min(MostAnswer, told - Header);
        Learn($"the device takes APDUs of {told} octets");
    }

    /// <summary>The device does not know ReadPropertyMultiple.</summary>
    public void OnNoReadMultiple(string why)
    {
        ReadsMultiple = false;
        Learn($"single reads: {why}");
    }

    /// <summary>A ReadPropertyMultiple whose answer was estimated at this size was answered.</summary>
    public void OnAnswered(int estimatedOctets) => LargestAnswered = Math.Max(LargestAnswered, estimatedOctets);

    /// <summary>An answer of this estimated size was too much: half of it is asked for from now on.</summary>
    public void OnTooMuch(int estimatedOctets, string why)
    {
        MostAnswer = Math.Max(1, Math.Min(MostAnswer, estimatedOctets) / 2);
        Learn($"answers of at most about {MostAnswer} octets: {why}");
    }

    private void Learn(string evidence)
    {
        Evidence = evidence;
        Revision++;
    }
}
