using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>SubscribeCOV: of an object, for a lifetime, or the end of it.</summary>
internal sealed class SubscribeCovExchange : Exchange
{
    private readonly SubscribeCovRequest _request;

    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not 1..28800 s (BTL guideline 8.6).</exception>
    public SubscribeCovExchange(SubscribeCovRequest request)
    {
        if (!request.IsCancellation) CovLifetime.Check(request.Lifetime);
        _request = request;
    }

    protected internal override ConfirmedService Service => ConfirmedService.SubscribeCov;

    protected internal override bool ExpectsSimpleAck => true;

    protected internal override void Encode(ref TagWriter writer) => _request.Encode(ref writer);
}

/// <summary>SubscribeCOVProperty: of one property, for a lifetime, or the end of it.</summary>
internal sealed class SubscribeCovPropertyExchange : Exchange
{
    private readonly SubscribeCovPropertyRequest _request;

    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not 1..28800 s (BTL guideline 8.26).</exception>
    public SubscribeCovPropertyExchange(SubscribeCovPropertyRequest request)
    {
        if (!request.IsCancellation) CovLifetime.Check(request.Lifetime);
        _request = request;
    }

    protected internal override ConfirmedService Service => ConfirmedService.SubscribeCovProperty;

    protected internal override bool ExpectsSimpleAck => true;

    protected internal override void Encode(ref TagWriter writer) => _request.Encode(ref writer);
}

/// <summary>A subscription for ever outlives whoever wanted it, and one of zero seconds is for ever in one service and nothing in the other: neither leaves this client.</summary>
internal static class CovLifetime
{
    public static void Check(uint? seconds)
    {
        if (seconds is < CovLeasePolicy.LeastLifetime or > CovLeasePolicy.MostLifetime or null)
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"a subscription lasts {CovLeasePolicy.LeastLifetime} to {CovLeasePolicy.MostLifetime} s");
    }
}
