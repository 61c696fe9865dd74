using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>DeviceCommunicationControl-Request (clause 16.1).</summary>
/// <param name="Communication">What the device may say from now on.</param>
/// <param name="Minutes">For how many minutes; null until it is told otherwise.</param>
/// <param name="Password">1 to 20 characters, if the device wants one.</param>
/// <remarks><code>
/// DeviceCommunicationControl-Request ::= SEQUENCE {
///   time-duration  [0] Unsigned16 OPTIONAL,
///   enable-disable [1] ENUMERATED { enable (0), disable (1), disable-initiation (2) },
///   password       [2] CharacterString (SIZE (1..20)) OPTIONAL }
/// </code></remarks>
public readonly record struct DeviceCommunicationControlRequest(DeviceCommunication Communication, ushort? Minutes = null, string? Password = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out DeviceCommunicationControlRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        ushort? minutes = reader.NextIsContext(0) ? reader.ReadUnsigned16(context: 0) : null;
        var communication = (DeviceCommunication)reader.ReadEnumerated(context: 1, most: (uint)DeviceCommunication.DisableInitiation);
        request = new(communication, minutes, Passwords.ReadOptional(ref reader, context: 2));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteOptionalUnsigned(Minutes, context: 0);
        writer.WriteEnumerated((uint)Communication, context: 1);
        if (Password is not null) writer.WriteCharacterString(Password, context: 2);
    }

    /// <summary>The request for people and logs, without its password.</summary>
    public override string ToString() =>
        $"{EnumNames<DeviceCommunication>.Kebab(Communication)}{(Minutes is { } minutes ? $" for {minutes} min" : "")}{(Password is null ? "" : ", with a password")}";
}
