using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>One named field of a described message: a value, or further fields.</summary>
/// <param name="Name">The field's name in camelCase, as the production has it; empty for an element of a list.</param>
/// <param name="Value">The value; null for a field of parts, and where only <paramref name="Meaning"/> tells.</param>
/// <param name="Meaning">What a person reads in the value's place: an enumeration's name, a constructed type's text.</param>
/// <param name="Parts">The fields inside, in the order of the octets; null for a field that is one value.</param>
/// <param name="IsList">Whether <paramref name="Parts"/> are elements, each of the same form, and not fields with names.</param>
/// <param name="Words">What a line of text has in place of all that, where the property tells what its value means; null where it does not.</param>
public sealed record MessageField(string Name, BacnetValue? Value = null, string? Meaning = null, IReadOnlyList<MessageField>? Parts = null, bool IsList = false, string? Words = null);
