using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Why a WritePropertyMultiple failed.</summary>
/// <param name="Error">What the device answered.</param>
/// <param name="FirstFailed">The first write that failed; null when the device refused the request as a whole, or did not say.</param>
public readonly record struct WriteFailure(BacnetError Error, PropertyReference? FirstFailed)
{
    /// <summary><c>analogValue:1 presentValue: property: write-access-denied</c></summary>
    public override string ToString() => FirstFailed is { } failed ? $"{failed}: {Error}" : $"{Error}";
}

/// <summary>WritePropertyMultiple.</summary>
internal sealed class WriteMultipleExchange(WritePropertyMultipleRequest request) : Exchange
{
    public PropertyReference? FirstFailed { get; private set; }

    protected internal override ConfirmedService Service => ConfirmedService.WritePropertyMultiple;

    protected internal override bool ExpectsSimpleAck => true;

    protected internal override void Encode(ref TagWriter writer) => request.Encode(ref writer);

    protected internal override bool TryReadError(ReadOnlySpan<byte> content, out BacnetError error)
    {
        if (WritePropertyMultipleError.TryDecode(content, out var refusal, out _)) FirstFailed = refusal.FirstFailed;
        return base.TryReadError(content, out error);
    }
}
