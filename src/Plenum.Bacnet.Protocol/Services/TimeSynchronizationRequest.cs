using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>TimeSynchronization-Request and UTCTimeSynchronization-Request (clauses 16.7, 16.8), of one production: which service it is says whether the time is local or UTC.</summary>
/// <param name="Time">What time it is.</param>
/// <remarks><code>
/// TimeSynchronization-Request ::= SEQUENCE {
///   time BACnetDateTime }
/// </code></remarks>
public readonly record struct TimeSynchronizationRequest(BacnetDateTime Time)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out TimeSynchronizationRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(BacnetDateTime.Read(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => Time.Write(ref writer);
}
