using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Commands;

/// <summary>A property on the command line.</summary>
internal static class PropertyArgument
{
    /// <exception cref="FormatException">There is no such property.</exception>
    public static PropertyId Parse(string text) => EnumNames<PropertyId>.TryParse(text, out var property)
        ? property
        : throw new FormatException($"\"{text}\" is not a property: write a name of the standard (presentValue or present-value) or a number");
}
