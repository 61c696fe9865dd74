using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ReadPropertyMultiple-Request (clause 15.7), read and written property by property.</summary>
/// <remarks><code>
/// ReadPropertyMultiple-Request ::= SEQUENCE {
///   list-of-read-access-specs SEQUENCE OF ReadAccessSpecification }
/// ReadAccessSpecification ::= SEQUENCE {
///   object-identifier           [0] BACnetObjectIdentifier,
///   list-of-property-references [1] SEQUENCE OF BACnetPropertyReference }
/// BACnetPropertyReference ::= SEQUENCE {
///   property-identifier  [0] BACnetPropertyIdentifier,
///   property-array-index [1] Unsigned OPTIONAL }
/// </code></remarks>
public ref struct ReadPropertyMultipleRequest(ReadOnlySpan<byte> service)
{
    private TagReader _reader = new(service);
    private ObjectId _object;
    private bool _inside;

    /// <summary>Writes the service's octets; neighbours that name the same object share one specification.</summary>
    public static void Encode(ref TagWriter writer, scoped ReadOnlySpan<PropertyReference> targets)
    {
        for (var i = 0; i < targets.Length; i++)
        {
            if (i == 0 || targets[i].Object != targets[i - 1].Object)
            {
                writer.WriteObjectId(targets[i].Object, context: 0);
                writer.WriteOpening(1);
            }
            writer.WriteEnumerated((uint)targets[i].Property, context: 0);
            writer.WriteOptionalUnsigned(targets[i].ArrayIndex, context: 1);
            if (i == targets.Length - 1 || targets[i + 1].Object != targets[i].Object) writer.WriteClosing(1);
        }
    }

    /// <summary>The next property that is asked for; false at the end or at an error, which <see cref="Finish"/> tells.</summary>
    public bool TryNext(out PropertyReference target)
    {
        target = default;
        while (_inside && _reader.NextIsClosing(1)) Leave();
        if (!_inside && _reader.IsAtEnd) return false;
        if (!_inside) Enter();
        target = new(_object, (PropertyId)_reader.ReadEnumerated(context: 0), _reader.ReadOptionalUnsigned(context: 1));
        return _reader.Error == DecodeError.None;
    }

    /// <summary>Whether everything was read and nothing was wrong.</summary>
    public bool Finish(out DecodeError error)
    {
        if (_inside) _reader.Fail(DecodeError.Truncated);
        return _reader.Finish(out error);
    }

    private void Enter()
    {
        _object = _reader.ReadObjectId(context: 0);
        _reader.ReadOpening(1);
        _inside = true;
    }

    private void Leave()
    {
        _reader.ReadClosing(1);
        _inside = false;
    }
}
