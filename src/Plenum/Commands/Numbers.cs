using System.CommandLine.Parsing;
using System.Globalization;

namespace Plenum.Commands;

/// <summary>Whole numbers on the command line that have a range.</summary>
internal static class Numbers
{
    /// <summary>For an option's <c>CustomParser</c>: a number of a range, or the option's name with the range as the error.</summary>
    public static Func<ArgumentResult, int?> Within(int least, int most) => result =>
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name} is {least} to {most}, not \"{text}\".");
        return null;
    };
}
