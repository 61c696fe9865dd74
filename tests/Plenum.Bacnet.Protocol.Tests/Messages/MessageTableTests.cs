using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Messages;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Messages;

/// <summary>The table of messages has every service, and what is not in it is named here.</summary>
public sealed class MessageTableTests
{
    /// <summary>No longer in the standard, virtual terminals, and audit: shown by their tags.</summary>
    private static readonly ConfirmedService[] ByTags =
    [
        ConfirmedService.ReadPropertyConditional, ConfirmedService.VtOpen, ConfirmedService.VtClose, ConfirmedService.VtData,
        ConfirmedService.Authenticate, ConfirmedService.RequestKey, ConfirmedService.ConfirmedAuditNotification, ConfirmedService.AuditLogQuery,
    ];

    /// <summary>Services whose answer has content (clause 21: BACnet-Confirmed-Service-ACK).</summary>
    private static readonly ConfirmedService[] Answered =
    [
        ConfirmedService.GetAlarmSummary, ConfirmedService.GetEnrollmentSummary, ConfirmedService.AtomicReadFile, ConfirmedService.AtomicWriteFile, ConfirmedService.CreateObject,
        ConfirmedService.ReadProperty, ConfirmedService.ReadPropertyMultiple, ConfirmedService.ConfirmedPrivateTransfer, ConfirmedService.ReadRange, ConfirmedService.GetEventInformation,
    ];

    /// <summary>Services whose Error has more than class and code (clause 21: BACnet-Error).</summary>
    private static readonly ConfirmedService[] Explained =
    [
        ConfirmedService.AddListElement, ConfirmedService.RemoveListElement, ConfirmedService.CreateObject, ConfirmedService.WritePropertyMultiple,
        ConfirmedService.ConfirmedPrivateTransfer, ConfirmedService.SubscribeCovPropertyMultiple,
    ];

    [Fact]
    public void Every_confirmed_request_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<ConfirmedService>().Except(ByTags), In<ConfirmedService>(PduType.ConfirmedRequest));

    [Fact]
    public void Every_answer_with_content_is_in_the_table() => Assert.Equal(Answered.Order(), In<ConfirmedService>(PduType.ComplexAck));

    [Fact]
    public void Every_error_with_more_than_class_and_code_is_in_the_table() => Assert.Equal(Explained.Order(), In<ConfirmedService>(PduType.Error));

    [Fact]
    public void Every_unconfirmed_request_is_in_the_table() =>
        Assert.Equal(Enum.GetValues<UnconfirmedService>().Except([UnconfirmedService.UnconfirmedAuditNotification]), In<UnconfirmedService>(PduType.UnconfirmedRequest));

    private static IEnumerable<T> In<T>(PduType type) where T : struct, Enum =>
        MessageTable.All.Where(line => line.Type == type).Select(line => (T)Enum.ToObject(typeof(T), line.Service)).Order();
}
