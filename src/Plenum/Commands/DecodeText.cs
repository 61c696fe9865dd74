using System.Globalization;
using Plenum.Bacnet.Protocol.Messages;
using Plenum.Captures;
using Spectre.Console;

namespace Plenum.Commands;

/// <summary>Frames as lines of text, their columns as wide as the widest so far; on a terminal in colour.</summary>
internal sealed class DecodeText(TextWriter output)
{
    private readonly IAnsiConsole _console = Unbroken(output);
    private int _number = 5, _source = 21, _destination = 21;

    /// <summary>Writes a frame's line.</summary>
    public void Write(DecodedFrame frame)
    {
        var line = Line(frame);
        if (_console.Profile.Out.IsTerminal) _console.WriteLine(line, StyleOf(frame));
        else output.WriteLine(line);
    }

    private string Line(DecodedFrame frame)
    {
        var source = frame.ForwardedBy is { } by ? $"{frame.Source} by {by}" : $"{frame.Source}";
        var destination = $"{frame.Destination}";
        var number = frame.Number.ToString(CultureInfo.InvariantCulture);
        (_number, _source, _destination) = (Math.Max(_number, number.Length), Math.Max(_source, source.Length), Math.Max(_destination, destination.Length));
        var time = frame.Time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        var whole = frame.Segments.Count > 0 ? $" (from frames {string.Join(", ", frame.Segments)})" : "";
        var note = frame.Note is { } text ? $" ({text})" : "";
        return $"{number.PadLeft(_number)}  {time}  {source.PadRight(_source)} > {destination.PadRight(_destination)}  {MessageText.Of(frame.Message)}{whole}{note}";
    }

    private static Style StyleOf(DecodedFrame frame) =>
        frame.Message.Failure is not null ? new(Color.Red)
        : frame.Message.IsRefusal ? new(Color.Yellow)
        : frame.IsRetransmission ? new(Color.Grey)
        : Style.Plain;

    /// <summary>A line is a line: the terminal breaks it, if it must.</summary>
    private static IAnsiConsole Unbroken(TextWriter output)
    {
        var console = Tables.On(output);
        console.Profile.Width = int.MaxValue;
        return console;
    }
}
