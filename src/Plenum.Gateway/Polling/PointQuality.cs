using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Polling;

/// <summary>Whether a present value can be believed, as its object says by Status_Flags and Reliability.</summary>
/// <param name="Text"><c>good</c>, or what is wrong: <c>fault: no-sensor; out-of-service</c>.</param>
/// <param name="IsTrusted">Whether it is not in fault, and known not to be.</param>
internal readonly record struct PointQuality(string Text, bool IsTrusted)
{
    private static readonly PointQuality Good = new("good", IsTrusted: true);

    /// <summary>What two answers say. An object that has no Status_Flags is believed; one that has not answered for them may be in fault.</summary>
    public static PointQuality Of(ObjectId id, PropertyResult flags, PropertyResult reliability)
    {
        if (flags.Error == BacnetError.Timeout) return new("unknown", IsTrusted: false);
        var set = flags is { HasValue: true, Value: { Kind: BacnetKind.BitString } bits } ? (StatusFlags)bits.AsBitString.First64 : StatusFlags.None;
        var number = reliability is { HasValue: true, Value: { Kind: BacnetKind.Enumerated } said } ? said.AsEnumerated : (uint)Reliability.NoFaultDetected;
        var isFault = set.HasFlag(StatusFlags.Fault) || number != (uint)Reliability.NoFaultDetected;
        if (!isFault && (set & (StatusFlags.OutOfService | StatusFlags.Overridden)) == 0) return Good;
        List<string> wrong = [];
        if (isFault) wrong.Add(number == (uint)Reliability.NoFaultDetected ? "fault" : $"fault: {EnumeratedNames.Of(new(id, PropertyId.Reliability), number) ?? $"{number}"}");
        if (set.HasFlag(StatusFlags.OutOfService)) wrong.Add("out-of-service");
        if (set.HasFlag(StatusFlags.Overridden)) wrong.Add("overridden");
        return new(string.Join("; ", wrong), !isFault);
    }
}
