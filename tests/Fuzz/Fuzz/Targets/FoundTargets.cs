using System.Reflection;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Fuzz.Targets;

/// <summary>The targets that nobody has to list: every public <c>TryDecode(octets, out message, out error)</c> of the protocol, and every
/// <c>Read(ref TagReader)</c>, with the <c>Encode</c> or <c>Write</c> beside it. A new codec is fuzzed from its first build on.</summary>
internal static class FoundTargets
{
    public static IReadOnlyList<Target> All { get; } =
        [.. typeof(TagReader).Assembly.GetExportedTypes().SelectMany(type => Decoders(type).Concat(Readers(type)))];

    private static IEnumerable<Target> Decoders(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        let parameters = method.GetParameters()
        where method.Name.StartsWith("TryDecode", StringComparison.Ordinal) && !method.IsGenericMethod && method.ReturnType == typeof(bool) && parameters.Length == 3
            && parameters[0].ParameterType == typeof(ReadOnlySpan<byte>) && parameters[1].IsOut && parameters[2].ParameterType == typeof(DecodeError).MakeByRefType()
        select Make(nameof(OfDecoder), parameters[1].ParameterType.GetElementType()!, type, method);

    private static IEnumerable<Target> Readers(Type type) =>
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static)
        where method.Name == "Read" && method.ReturnType == type && method.GetParameters() is [{ ParameterType: var source }] && source == typeof(TagReader).MakeByRefType()
        select Make(nameof(OfReader), type, type, method);

    private static Target Make(string factory, Type message, Type owner, MethodInfo method) => (Target)typeof(FoundTargets)
        .GetMethod(factory, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(message).Invoke(null, [owner, method])!;

    private static Target OfDecoder<T>(Type owner, MethodInfo method) => new(
        NameOf(owner, method), Promises.Of(method.CreateDelegate<Promises.TryDecode<T>>(), Writers.Find<T>(owner, "Encode")));

    private delegate T Reader<T>(ref TagReader reader);

    private static Target OfReader<T>(Type owner, MethodInfo method)
    {
        var read = method.CreateDelegate<Reader<T>>();
        bool TryDecode(ReadOnlySpan<byte> octets, out T message, out DecodeError error)
        {
            var reader = new TagReader(octets);
            message = read(ref reader);
            return reader.Finish(out error);
        }
        return new(NameOf(owner, method), Promises.Of<T>(TryDecode, Writers.Find<T>(owner, "Write")));
    }

    /// <summary><c>ReadPropertyAck</c>, or <c>BvlcHeader.Result</c> for <c>BvlcHeader.TryDecodeResult</c>.</summary>
    private static string NameOf(Type owner, MethodInfo method) =>
        owner.Name + (method.Name is "TryDecode" or "Read" ? "" : "." + method.Name["TryDecode".Length..]);
}
