namespace Plenum.Bacnet.Protocol.Types;

/// <summary>What a device may say from now on (clause 16.1.1.1.2).</summary>
public enum DeviceCommunication : byte
{
    /// <summary>enable: anything.</summary>
    Enable = 0,
    /// <summary>disable: nothing but the answers to DeviceCommunicationControl and ReinitializeDevice (no longer in the standard; old devices have it).</summary>
    Disable = 1,
    /// <summary>disable-initiation: answers, and I-Am to a Who-Is, but nothing of its own accord.</summary>
    DisableInitiation = 2,
}
