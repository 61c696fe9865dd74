using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>Why a SubscribeCOVPropertyMultiple failed.</summary>
/// <param name="Error">What the device answered.</param>
/// <param name="FirstFailed">The first property that cannot be subscribed to; null when the device refused the request as a whole.</param>
public readonly record struct SubscriptionFailure(BacnetError Error, PropertyReference? FirstFailed)
{
    /// <summary><c>analogInput:1 presentValue: object: optional-functionality-not-supported</c></summary>
    public override string ToString() => FirstFailed is { } failed ? $"{failed}: {Error}" : $"{Error}";
}

/// <summary>SubscribeCOVPropertyMultiple, of properties of several objects.</summary>
internal sealed class SubscribeManyExchange : Exchange
{
    private readonly SubscribeCovPropertyMultipleRequest _request;

    /// <exception cref="ArgumentOutOfRangeException">The lifetime is not 1..28800 s.</exception>
    public SubscribeManyExchange(SubscribeCovPropertyMultipleRequest request)
    {
        if (!request.IsCancellation) CovExchange.CheckLifetime(request.Lifetime);
        _request = request;
    }

    public PropertyReference? FirstFailed { get; private set; }

    protected internal override ConfirmedService Service => ConfirmedService.SubscribeCovPropertyMultiple;

    protected internal override bool ExpectsSimpleAck => true;

    protected internal override void Encode(ref TagWriter writer) => _request.Encode(ref writer);

    protected internal override bool TryReadError(ReadOnlySpan<byte> content, out BacnetError error)
    {
        if (!SubscribeCovPropertyMultipleError.TryDecode(content, out var refusal, out _)) return base.TryReadError(content, out error);
        (error, FirstFailed) = (refusal.Refusal, refusal.FirstFailed);
        return true;
    }
}
