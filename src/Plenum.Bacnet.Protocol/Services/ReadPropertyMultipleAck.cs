using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ReadPropertyMultiple-ACK (clause 15.7), read result by result.</summary>
/// <remarks><code>
/// ReadPropertyMultiple-ACK ::= SEQUENCE {
///   list-of-read-access-results SEQUENCE OF ReadAccessResult }
/// ReadAccessResult ::= SEQUENCE {
///   object-identifier [0] BACnetObjectIdentifier,
///   list-of-results   [1] SEQUENCE OF SEQUENCE {
///     property-identifier  [2] BACnetPropertyIdentifier,
///     property-array-index [3] Unsigned OPTIONAL,
///     read-result CHOICE {
///       property-value        [4] ABSTRACT-SYNTAX.&amp;Type,
///       property-access-error [5] Error } } OPTIONAL }
/// </code></remarks>
public ref struct ReadPropertyMultipleAck(ReadOnlySpan<byte> service)
{
    private TagReader _reader = new(service);
    private ObjectId _object;
    private bool _inside;

    /// <summary>The next result; false at the end or at an error, which <see cref="Finish"/> tells.</summary>
    public bool TryNext(out PropertyReference target, out PropertyResult result)
    {
        (target, result) = (default, default);
        while (_inside && _reader.NextIsClosing(1)) Leave();
        while (!_inside)
        {
            if (_reader.IsAtEnd) return false;
            Enter();
            while (_inside && _reader.NextIsClosing(1)) Leave();
        }
        target = new(_object, (PropertyId)_reader.ReadEnumerated(context: 2), _reader.ReadOptionalUnsigned(context: 3));
        result = _reader.NextIsOpening(5)
            ? new(_reader.ReadError(5))
            : new(_reader.ReadPropertyValue(context: 4));
        return _reader.Error == DecodeError.None;
    }

    /// <summary>Whether everything was read and nothing was wrong.</summary>
    public bool Finish(out DecodeError error)
    {
        if (_inside) _reader.Fail(DecodeError.Truncated);
        return _reader.Finish(out error);
    }

    /// <summary>Begins the results of an object.</summary>
    public static void WriteObject(ref TagWriter writer, ObjectId id)
    {
        writer.WriteObjectId(id, context: 0);
        writer.WriteOpening(1);
    }

    /// <summary>One result of the object begun last.</summary>
    public static void WriteResult(ref TagWriter writer, PropertyReference target, PropertyResult result)
    {
        writer.WriteEnumerated((uint)target.Property, context: 2);
        writer.WriteOptionalUnsigned(target.ArrayIndex, context: 3);
        if (result.Error is { } error) writer.WriteError(error, 5);
        else writer.WritePropertyValue(result.Value, context: 4);
    }

    /// <summary>Ends the results of the object begun last.</summary>
    public static void EndObject(ref TagWriter writer) => writer.WriteClosing(1);

    private void Enter()
    {
        _object = _reader.ReadObjectId(context: 0);
        if (!_reader.NextIsOpening(1)) return;   // 'list-of-results' is optional
        _reader.ReadOpening(1);
        _inside = true;
    }

    private void Leave()
    {
        _reader.ReadClosing(1);
        _inside = false;
    }
}
