namespace Plenum.Gateway.Polling;

/// <summary>Tells a device that has died from a network that the gateway has lost: by whether other devices of the connector are heard meanwhile. See decision 0022.</summary>
/// <remarks>
/// What another device says counts for nothing unless it was asked after the silent one had left a whole poll unanswered, and had answered before the silent one's next poll
/// began: that poll then went unanswered in a network that worked. Anything less would call devices dead in the moment in which a network comes back. Used from any thread.
/// </remarks>
/// <param name="time">The clocks.</param>
/// <param name="sendErrors">How many datagrams our own port has refused to send so far.</param>
internal sealed class NetworkWatch(TimeProvider time, Func<long> sendErrors)
{
    /// <summary>For how long a verdict is held when no other device has been asked meanwhile.</summary>
    public static readonly TimeSpan MostHeld = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly List<Neighbour> _devices = [];
    private TimeSpan? _lastHeard;
    private volatile NetworkLoss? _loss;

    /// <summary>The loss of the network; null while it is there.</summary>
    public NetworkLoss? Loss => _loss;

    /// <summary>Told when the network is lost.</summary>
    public Action<NetworkLoss> OnLost { get; init; } = static _ => { };

    /// <summary>Told when somebody is heard again.</summary>
    public Action<NetworkLoss> OnBack { get; init; } = static _ => { };

    /// <summary>Watches one more device.</summary>
    public Neighbour Add()
    {
        var device = new Neighbour(this);
        lock (_gate) _devices.Add(device);
        return device;
    }

    /// <summary>One device, as its poller sees it.</summary>
    public sealed class Neighbour(NetworkWatch watch)
    {
        private bool _isWell, _isOther;
        private int _unanswered;
        private long _errorsBefore;
        private TimeSpan _began, _firstEnded;

        /// <summary>A poll of it begins.</summary>
        public void OnBegin(TimeSpan now)
        {
            lock (watch._gate)
            {
                _began = now;
                if (_unanswered == 0) _errorsBefore = watch.SendErrors;
                else if (watch._lastHeard >= _firstEnded) _isOther = true;
            }
        }

        /// <summary>That poll was answered.</summary>
        public void OnHeard()
        {
            NetworkLoss? over;
            lock (watch._gate)
            {
                Begin(isWell: true);
                if (watch._lastHeard is not { } last || _began > last) watch._lastHeard = _began;
                over = watch.Find();
            }
            if (over is not null) watch.OnBack(over);
        }

        /// <summary>That poll was left without any answer.</summary>
        public void OnUnanswered(TimeSpan now)
        {
            lock (watch._gate)
                if (++_unanswered == 1) _firstEnded = now;
        }

        /// <summary>Another one answers in its place: it says nothing about the network any more.</summary>
        public void OnMistaken()
        {
            lock (watch._gate) Begin(isWell: false);
        }

        /// <summary>What its silence means, after a poll that was left unanswered.</summary>
        public SilenceMeaning Judge(TimeSpan now)
        {
            NetworkLoss? loss = null;
            SilenceMeaning meaning;
            lock (watch._gate)
            {
                meaning = Meaning(now);
                if (meaning == SilenceMeaning.Device) _isWell = false;
                else if (meaning == SilenceMeaning.Network && watch._loss is null) watch._loss = loss = watch.NewLoss(IsRefused);
            }
            if (loss is not null) watch.OnLost(loss);
            return meaning;
        }

        internal bool IsWell => _isWell;

        internal void Begin(bool isWell) => (_isWell, _unanswered, _isOther) = (isWell, 0, false);

        private bool IsRefused => watch.SendErrors > _errorsBefore;

        private SilenceMeaning Meaning(TimeSpan now)
        {
            if (!_isWell || _isOther) return SilenceMeaning.Device;
            if (watch._loss is not null) return SilenceMeaning.Network;
            if (_unanswered < 2 || watch._lastHeard >= _firstEnded) return SilenceMeaning.Open;
            var others = watch._devices.Where(other => other != this && other._isWell).ToList();
            if (IsRefused || others.Exists(other => other._unanswered > 0)) return SilenceMeaning.Network;
            return others.Count == 0 || now - _firstEnded >= MostHeld ? SilenceMeaning.Device : SilenceMeaning.Open;
        }
    }

    private long SendErrors => sendErrors();

    private NetworkLoss NewLoss(bool isRefused) => new(_devices.Count(device => device.IsWell), time.GetTimestamp(), isRefused);

    /// <summary>Somebody is heard: everyone's silence so far was the network's.</summary>
    private NetworkLoss? Find()
    {
        if (_loss is not { } over) return null;
        _loss = null;
        foreach (var device in _devices) device.Begin(device.IsWell);
        return over;
    }
}

/// <summary>What the silence of a device means.</summary>
internal enum SilenceMeaning
{
    /// <summary>Not known yet: the next poll will tell.</summary>
    Open,
    /// <summary>The device is gone.</summary>
    Device,
    /// <summary>The network is gone.</summary>
    Network,
}

/// <summary>A network that the gateway has lost.</summary>
/// <param name="Devices">How many devices had answered before.</param>
/// <param name="Stamp">When it was noticed, on the clock that does not jump.</param>
/// <param name="IsRefused">Whether our own port refuses to send.</param>
internal sealed record NetworkLoss(int Devices, long Stamp, bool IsRefused)
{
    /// <summary>Why, and the cure.</summary>
    public string Why => $"network-lost: {(Devices == 1 ? "the only device that was online does not answer" : $"none of the {Devices} devices that were online answers")} any more{(IsRefused ? ", and this machine's network refuses to send" : "")}: "
        + "the gateway has lost its network. Check its cable and address, the switch, the route and the firewall. No device is called offline for that; they are asked every half minute";
}
