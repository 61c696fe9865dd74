using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Services by the standard's names (clause 21).</summary>
public static class ServiceNames
{
    /// <summary><c>read-property</c>, <c>who-is</c>; the number where the standard gives no name.</summary>
    public static string Of(PduType type, byte service) => type == PduType.UnconfirmedRequest
        ? EnumNames<UnconfirmedService>.Kebab((UnconfirmedService)service)
        : EnumNames<ConfirmedService>.Kebab((ConfirmedService)service);
}
