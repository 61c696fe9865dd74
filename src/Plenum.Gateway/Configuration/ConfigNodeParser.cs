using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Plenum.Gateway.Configuration;

/// <summary>JSON text to <see cref="ConfigNode"/>s with their places. Comments and trailing commas are tolerated: files in the field have both.</summary>
internal ref struct ConfigNodeParser
{
    private static readonly JsonReaderOptions Tolerant = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private readonly string _file;
    private readonly ReadOnlySpan<byte> _json;
    private readonly Problems _problems;
    private Utf8JsonReader _reader;
    private int _seen;
    private int _line = 1;
    private int _column = 1;

    private ConfigNodeParser(string file, ReadOnlySpan<byte> json, Problems problems)
    {
        _file = file;
        _json = json;
        _problems = problems;
        _reader = new(json, Tolerant);
    }

    /// <summary>Reads a whole file; null, with an error that names line and column, if it is not JSON.</summary>
    public static ConfigNode? Parse(string file, ReadOnlySpan<byte> json, Problems problems)
    {
        if (json.StartsWith(Encoding.UTF8.Preamble)) json = json[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(json))
        {
            problems.Error(new(file, ""), "the file is not UTF-8 text", "save it as UTF-8");
            return null;
        }
        var parser = new ConfigNodeParser(file, json, problems);
        try
        {
            return parser.ParseFile();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)   // the latter: an escape that is half a character
        {
            parser.Report(e as JsonException);
            return null;
        }
    }

    private ConfigNode ParseFile()
    {
        _reader.Read();
        var root = Value("");
        _reader.Read();   // throws for whatever follows the root
        return root;
    }

    private ConfigNode Value(string path)
    {
        var at = Here(path);
        return _reader.TokenType switch
        {
            JsonTokenType.StartObject => ConfigNode.Object(at, Members(path)),
            JsonTokenType.StartArray => ConfigNode.List(at, Items(path)),
            JsonTokenType.String => ConfigNode.Scalar(JsonValueKind.String, at, _reader.GetString()!),
            JsonTokenType.Number => ConfigNode.Scalar(JsonValueKind.Number, at, Encoding.UTF8.GetString(_reader.ValueSpan)),
            JsonTokenType.True => ConfigNode.Scalar(JsonValueKind.True, at, "true"),
            JsonTokenType.False => ConfigNode.Scalar(JsonValueKind.False, at, "false"),
            _ => ConfigNode.Scalar(JsonValueKind.Null, at),
        };
    }

    private List<KeyValuePair<string, ConfigNode>> Members(string path)
    {
        var members = new List<KeyValuePair<string, ConfigNode>>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndObject)
        {
            var key = _reader.GetString()!;
            var keyPath = path.Length == 0 ? key : $"{path}.{key}";
            var at = Here(keyPath);
            _reader.Read();
            var value = Value(keyPath);
            var before = members.FindIndex(member => member.Key == key);
            if (before >= 0)
            {
                _problems.Warn(at, $"\"{key}\" is written twice, the last one counts", "remove one of them");
                members.RemoveAt(before);
            }
            members.Add(new(key, value));
        }
        return members;
    }

    private List<ConfigNode> Items(string path)
    {
        var items = new List<ConfigNode>();
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray) items.Add(Value($"{path}[{items.Count}]"));
        return items;
    }

    private Origin Here(string path)
    {
        var index = (int)_reader.TokenStartIndex;
        var passed = _json[_seen..index];
        var newLines = passed.Count((byte)'\n');
        if (newLines > 0)
        {
            _line += newLines;
            _column = 1;
            passed = passed[(passed.LastIndexOf((byte)'\n') + 1)..];
        }
        _column += Encoding.UTF8.GetCharCount(passed);
        _seen = index;
        return new(_file, path, _line, _column);
    }

    private readonly void Report(JsonException? e)
    {
        var at = e is null
            ? new Origin(_file, "", _line, _column)
            : new Origin(_file, "", (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
        _problems.Error(at, $"this is not JSON{Reason(e)}", "look here, or just before, for a missing comma, quote or bracket");
    }

    /// <summary>The parser's reason where it quotes a single character; a longer quotation could be part of a password.</summary>
    private static string Reason(JsonException? e) =>
        e?.Message is ['\'', _, '\'', ..] reason ? $": {reason[..Math.Max(reason.IndexOf('.', StringComparison.Ordinal), 3)]}" : "";
}
