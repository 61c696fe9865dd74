using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>GetAlarmSummary-ACK (clause 13.10): every object in alarm. The request has no parameters; a device with more than fits one APDU cannot answer without segments, which is what GetEventInformation is for.</summary>
/// <param name="Alarms">The objects, in the device's order.</param>
/// <remarks><code>
/// GetAlarmSummary-ACK ::= SEQUENCE OF SEQUENCE { -- see AlarmSummary
///   object-identifier, alarm-state, acknowledged-transitions }
/// </code></remarks>
public readonly record struct GetAlarmSummaryAck(Sequence<AlarmSummary> Alarms)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out GetAlarmSummaryAck ack, out DecodeError error)
    {
        var reader = new TagReader(service);
        ack = new(reader.ReadToEnd<AlarmSummary>());
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => writer.WriteAll(Alarms);
}
