namespace Plenum.ThingsBoard.Payloads;

/// <summary>Why a payload that came in could not be understood.</summary>
/// <param name="Where">The place: a JSON path such as <c>data.id</c>, or a byte offset where it is no JSON at all.</param>
/// <param name="What">What is wrong there.</param>
public readonly record struct PayloadError(string Where, string What)
{
    /// <summary><c>data.id: is missing</c>.</summary>
    public override string ToString() => $"{Where}: {What}";
}
