using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ReinitializeDevice-Request (clause 16.4).</summary>
/// <param name="State">The state that the device is to go into.</param>
/// <param name="Password">1 to 20 characters, if the device wants one.</param>
/// <remarks><code>
/// ReinitializeDevice-Request ::= SEQUENCE {
///   reinitialized-state-of-device [0] ENUMERATED { coldstart (0), ..., activate-changes (7) },
///   password                      [1] CharacterString (SIZE (1..20)) OPTIONAL }
/// </code></remarks>
public readonly record struct ReinitializeDeviceRequest(ReinitializedState State, string? Password = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ReinitializeDeviceRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var state = (ReinitializedState)reader.ReadEnumerated(context: 0, most: (uint)ReinitializedState.ActivateChanges);
        request = new(state, Passwords.ReadOptional(ref reader, context: 1));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)State, context: 0);
        if (Password is not null) writer.WriteCharacterString(Password, context: 1);
    }

    /// <summary>The request for people and logs, without its password.</summary>
    public override string ToString() => $"{EnumNames<ReinitializedState>.Kebab(State)}{(Password is null ? "" : ", with a password")}";
}
