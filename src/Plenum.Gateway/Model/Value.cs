using System.Text.Json;

namespace Plenum.Gateway.Model;

/// <summary>What a point's value can be on its way up: a number, a whole number, a truth, a text, or a list of these. No protocol's type.</summary>
public readonly struct Value : IEquatable<Value>
{
    private readonly double _number;
    private readonly long _integer;
    private readonly object? _reference;

    private Value(ValueKind kind, double number, long integer, object? reference) =>
        (Kind, _number, _integer, _reference) = (kind, number, integer, reference);

    /// <summary>Which of the kinds it is.</summary>
    public ValueKind Kind { get; }

    /// <summary>The value of a device that says "null", such as a free slot of a priority array.</summary>
    public static Value Null => default;

    /// <summary>A real number; NaN and the infinities are kept, and written as text in JSON.</summary>
    public static Value Of(double number) => new(ValueKind.Number, number, 0, null);

    /// <summary>A whole number.</summary>
    public static Value Of(long integer) => new(ValueKind.Integer, 0, integer, null);

    /// <summary>A truth.</summary>
    public static Value Of(bool truth) => new(ValueKind.Boolean, 0, truth ? 1 : 0, null);

    /// <summary>A text.</summary>
    public static Value Of(string text) => new(ValueKind.Text, 0, 0, text);

    /// <summary>A list.</summary>
    public static Value Of(IReadOnlyList<Value> list) => new(ValueKind.List, 0, 0, list);

    /// <summary>Writes the value as JSON of its own kind.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        switch (Kind)
        {
            case ValueKind.Number when double.IsFinite(_number): WriteNumber(json); break;
            case ValueKind.Number: json.WriteStringValue(double.IsNaN(_number) ? "NaN" : _number > 0 ? "Infinity" : "-Infinity"); break;
            case ValueKind.Integer: json.WriteNumberValue(_integer); break;
            case ValueKind.Boolean: json.WriteBooleanValue(_integer != 0); break;
            case ValueKind.Text: json.WriteStringValue((string)_reference!); break;
            case ValueKind.List:
                json.WriteStartArray();
                foreach (var item in (IReadOnlyList<Value>)_reference!) item.WriteTo(json);
                json.WriteEndArray();
                break;
            default: json.WriteNullValue(); break;
        }
    }

    /// <summary>Whether two values are the same to a report strategy: numbers within <paramref name="tolerance"/>, everything else exactly.</summary>
    public bool IsSame(Value other, double tolerance) =>
        Kind == ValueKind.Number && other.Kind == ValueKind.Number && double.IsFinite(_number) && double.IsFinite(other._number)
            ? Math.Abs(_number - other._number) < tolerance
            : Equals(other);

    /// <inheritdoc/>
    public bool Equals(Value other) =>
        Kind == other.Kind && _number.Equals(other._number) && _integer == other._integer && (Kind == ValueKind.List
            ? ((IReadOnlyList<Value>)_reference!).SequenceEqual((IReadOnlyList<Value>)other._reference!)
            : Equals(_reference, other._reference));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _number, _integer, _reference is string text ? text : null);

    /// <summary>The value as a person reads it.</summary>
    public override string ToString() => Kind switch
    {
        ValueKind.Number => _number.ToString("G9", System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Integer => _integer.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Boolean => _integer != 0 ? "true" : "false",
        ValueKind.Text => (string)_reference!,
        ValueKind.List => "[" + string.Join(", ", (IReadOnlyList<Value>)_reference!) + "]",
        _ => "null",
    };

    /// <summary>Whether two values are equal.</summary>
    public static bool operator ==(Value left, Value right) => left.Equals(right);

    /// <summary>Whether two values differ.</summary>
    public static bool operator !=(Value left, Value right) => !left.Equals(right);

    /// <summary>A REAL of the field has 24 bits: what came as one is written with a single's digits, not with a double's noise.</summary>
    private void WriteNumber(Utf8JsonWriter json)
    {
        if ((float)_number == _number) json.WriteNumberValue((float)_number);
        else json.WriteNumberValue(_number);
    }
}

/// <summary>The kinds of <see cref="Value"/>.</summary>
public enum ValueKind : byte
{
    /// <summary>No value.</summary>
    Null,
    /// <summary>A real number.</summary>
    Number,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A truth.</summary>
    Boolean,
    /// <summary>A text.</summary>
    Text,
    /// <summary>A list of values.</summary>
    List,
}
