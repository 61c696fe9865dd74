using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>Requests for subscriptions, and for their end.</summary>
/// <remarks>A subscription for ever outlives whoever wanted it, and one of zero seconds is for ever in one service and nothing in the other: neither leaves this client (BTL guidelines 8.6, 8.26).</remarks>
internal static class CovExchange
{
    /// <summary>SubscribeCOV, of an object.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not 1..28800 s.</exception>
    public static Exchange Of(SubscribeCovRequest request)
    {
        if (!request.IsCancellation) CheckLifetime(request.Lifetime);
        return new PlainExchange(ConfirmedService.SubscribeCov, request.Encode);
    }

    /// <summary>SubscribeCOVProperty, of one property.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not 1..28800 s.</exception>
    public static Exchange Of(SubscribeCovPropertyRequest request)
    {
        if (!request.IsCancellation) CheckLifetime(request.Lifetime);
        return new PlainExchange(ConfirmedService.SubscribeCovProperty, request.Encode);
    }

    internal static void CheckLifetime(uint? seconds)
    {
        if (seconds is < CovLeasePolicy.LeastLifetime or > CovLeasePolicy.MostLifetime or null)
            throw new ArgumentOutOfRangeException(nameof(seconds), seconds, $"a subscription lasts {CovLeasePolicy.LeastLifetime} to {CovLeasePolicy.MostLifetime} s");
    }
}
