using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetEventParameter (clause 21): with what an Event Enrollment object's algorithm works (clause 12.12.7).</summary>
/// <param name="Choice">The choice's context tag, which is the number of the event type.</param>
/// <param name="TimeDelay">For how many seconds the condition must hold; null where the choice has none.</param>
/// <param name="Fields">What else the choice has, in the production's order, each by its name there.</param>
/// <remarks>A choice or a form that the standard does not have has no time delay and one field, <c>tree</c>: the tagged tree as it came.<code>
/// BACnetEventParameter ::= CHOICE {
///   change-of-bitstring       [0]  SEQUENCE { time-delay [0] Unsigned, bitmask [1] BIT STRING, list-of-bitstring-values [2] SEQUENCE OF BIT STRING },
///   change-of-state           [1]  SEQUENCE { time-delay [0], list-of-values [1] SEQUENCE OF BACnetPropertyStates },
///   change-of-value           [2]  SEQUENCE { time-delay [0], cov-criteria [1] CHOICE { bitmask [0] BIT STRING, referenced-property-increment [1] REAL } },
///   command-failure           [3]  SEQUENCE { time-delay [0], feedback-property-reference [1] BACnetDeviceObjectPropertyReference },
///   floating-limit            [4]  SEQUENCE { time-delay [0], setpoint-reference [1] BACnetDeviceObjectPropertyReference, low-diff-limit [2] REAL, high-diff-limit [3] REAL, deadband [4] REAL },
///   out-of-range              [5]  SEQUENCE { time-delay [0], low-limit [1] REAL, high-limit [2] REAL, deadband [3] REAL },
///   change-of-life-safety     [8]  SEQUENCE { time-delay [0], list-of-life-safety-alarm-values [1] SEQUENCE OF BACnetLifeSafetyState, list-of-alarm-values [2] SEQUENCE OF BACnetLifeSafetyState, mode-property-reference [3] BACnetDeviceObjectPropertyReference },
///   extended                  [9]  SEQUENCE { vendor-id [0] Unsigned16, extended-event-type [1] Unsigned, parameters [2] SEQUENCE OF CHOICE { ... } },
///   buffer-ready              [10] SEQUENCE { notification-threshold [0] Unsigned, previous-notification-count [1] Unsigned32 },
///   unsigned-range            [11] SEQUENCE { time-delay [0], low-limit [1] Unsigned, high-limit [2] Unsigned },
///   access-event              [13] SEQUENCE { list-of-access-events [0] SEQUENCE OF BACnetAccessEvent, access-event-time-reference [1] BACnetDeviceObjectPropertyReference },
///   double-out-of-range       [14] -- as [5] with Double
///   signed-out-of-range       [15] -- as [5] with INTEGER, deadband Unsigned
///   unsigned-out-of-range     [16] -- as [5] with Unsigned
///   change-of-characterstring [17] SEQUENCE { time-delay [0], list-of-alarm-values [1] SEQUENCE OF CharacterString },
///   change-of-status-flags    [18] SEQUENCE { time-delay [0], selected-flags [1] BACnetStatusFlags },
///   none                      [20] NULL,
///   change-of-discrete-value  [21] SEQUENCE { time-delay [0] },
///   change-of-timer           [22] SEQUENCE { time-delay [0], alarm-values [1] SEQUENCE OF BACnetTimerState, update-time-reference [2] BACnetDeviceObjectPropertyReference } }
/// </code></remarks>
public readonly record struct EventParameter(byte Choice, uint? TimeDelay, Sequence<EventParameterField> Fields) : IConstructed<EventParameter>
{
    private const string Tree = "tree";

    /// <inheritdoc/>
    public static EventParameter Read(ref TagReader reader)
    {
        if (reader.NextIsContext((byte)EventType.None))
        {
            reader.ReadNull((byte)EventType.None);
            return new((byte)EventType.None, null, []);
        }
        if (reader.TryPeek(out var next) && next.Class == TagClass.Opening && EventParameterForms.Of(next.Number) is { } form)
        {
            var attempt = reader;
            var known = ReadForm(ref attempt, next.Number, form);
            if (attempt.Error == DecodeError.None)
            {
                reader = attempt;
                return known;
            }
        }
        var tree = reader.ReadTagged();
        return reader.Error == DecodeError.None ? new(tree.ContextTag, null, [new(Tree, tree)]) : default;
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Fields is [{ Name: Tree } tree])
        {
            writer.WriteValue(tree.Value);
            return;
        }
        if (Choice == (byte)EventType.None)
        {
            writer.WriteNull(Choice);
            return;
        }
        writer.WriteOpening(Choice);
        writer.WriteOptionalUnsigned(TimeDelay, context: 0);
        var first = TimeDelay is null ? 0 : 1;
        for (var place = 0; place < Fields.Count; place++) Fields[place].Write(ref writer, (byte)(first + place));
        writer.WriteClosing(Choice);
    }

    /// <summary><c>out-of-range: low-limit 10, high-limit 30, deadband 1, for 60 s</c></summary>
    public override string ToString()
    {
        if (Fields is [{ Name: Tree } tree]) return tree.Value.ToString();
        var name = EnumNames<EventType>.Kebab((EventType)Choice);
        return $"{name}{(Fields.Count > 0 ? $": {Fields}" : "")}{(TimeDelay is { } delay ? $", for {delay} s" : "")}";
    }

    private static EventParameter ReadForm(ref TagReader reader, byte choice, EventParameterForm form)
    {
        reader.ReadOpening(choice);
        uint? delay = form.HasDelay ? reader.ReadUnsigned(context: 0) : null;
        var first = form.HasDelay ? 1 : 0;
        var fields = new EventParameterField[form.Fields.Length];
        for (var place = 0; place < fields.Length; place++) fields[place] = EventParameterField.Read(ref reader, form.Fields[place], (byte)(first + place));
        reader.ReadClosing(choice);
        return new(choice, delay, new(fields));
    }
}
