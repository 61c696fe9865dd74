using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>The password of clauses 16.1.1.1.3 and 16.4.1.1.2.</summary>
internal static class Passwords
{
    private const int Longest = 20;

    /// <summary>CharacterString (SIZE (1..20)) if anything is left, else null: it is the last of its production. An empty one is read although it is none: a device answers it
    /// with password-failure, as it does any that is wrong.</summary>
    public static string? ReadOptional(ref TagReader reader, byte context)
    {
        if (reader.IsAtEnd) return null;
        var password = reader.ReadCharacterString(context);
        if (password.EnumerateRunes().Count() > Longest) reader.Fail(DecodeError.OutOfRange);
        return password;
    }
}
