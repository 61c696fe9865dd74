using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>What a device may say (clause 16.1): everything, only answers, or nothing; for a while, or until it is told otherwise or restarts.</summary>
public sealed class CommunicationState(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _origin = time.GetTimestamp();
    private DeviceCommunication _state;
    private TimeSpan? _until;

    /// <summary>What it may say now.</summary>
    public DeviceCommunication Now
    {
        get
        {
            lock (_gate)
            {
                if (_until <= time.GetElapsedTime(_origin)) (_state, _until) = (DeviceCommunication.Enable, null);
                return _state;
            }
        }
    }

    /// <summary>Whether it answers nothing but DeviceCommunicationControl and ReinitializeDevice.</summary>
    public bool IsSilent => Now == DeviceCommunication.Disable;

    /// <summary>Whether it may say something that nobody asked for.</summary>
    public bool MayInitiate => Now == DeviceCommunication.Enable;

    /// <summary>Changes what it may say.</summary>
    /// <param name="state">What it may say from now on.</param>
    /// <param name="duration">For how long; null without an end.</param>
    public void Set(DeviceCommunication state, TimeSpan? duration = null)
    {
        lock (_gate) (_state, _until) = (state, time.GetElapsedTime(_origin) + duration);
    }
}
