using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>The choices that the records of logs have in common, whose tags count from another start in each.</summary>
internal static class LogData
{
    private static readonly BacnetKind[] Kinds =
        [BacnetKind.Boolean, BacnetKind.Real, BacnetKind.Enumerated, BacnetKind.Unsigned, BacnetKind.Signed, BacnetKind.BitString, BacnetKind.Null];

    /// <summary>boolean-value, real-value, enumerated-value, unsigned-value, integer-value, bitstring-value, null-value and failure, from tag <paramref name="first"/> on; null where another one stands.</summary>
    public static LogDatum? ReadValue(ref TagReader reader, byte first)
    {
        for (var place = 0; place < Kinds.Length; place++)
            if (reader.NextIsContext((byte)(first + place))) return new(reader.ReadContext(Kinds[place], (byte)(first + place)));
        return reader.NextIsOpening((byte)(first + Kinds.Length)) ? new(reader.ReadError((byte)(first + Kinds.Length))) : null;
    }

    /// <summary>Writes one of these; any-value, whose tag is <paramref name="any"/>, where none fits.</summary>
    public static void WriteValue(ref TagWriter writer, LogDatum datum, byte first, byte any)
    {
        var place = Array.IndexOf(Kinds, datum.Value.Kind);
        if (datum.Kind == LogDatumKind.Failure) writer.WriteError(datum.Error, (byte)(first + Kinds.Length));
        else if (place >= 0) writer.WriteContext(datum.Value, (byte)(first + place));
        else writer.WritePropertyValue(datum.Value, any);
    }
}
