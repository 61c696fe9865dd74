using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>DeviceCommunicationControl and ReinitializeDevice (clauses 16.1, 16.4): the two that also a silenced device obeys.</summary>
internal sealed class Management(IManagedDevice device)
{
    public static bool IsObeyedInSilence(ConfirmedService service) => service is ConfirmedService.DeviceCommunicationControl or ConfirmedService.ReinitializeDevice;

    public Outcome DeviceCommunicationControl(in ServedRequest request)
    {
        if (!DeviceCommunicationControlRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (device.Authorize(asked.Password) is { } refusal) return Outcome.Error(refusal);
        device.Communication.Set(asked.Communication, asked.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null);
        return Outcome.Done;
    }

    public Outcome ReinitializeDevice(in ServedRequest request)
    {
        if (!ReinitializeDeviceRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        return Outcome.DoneUnless(device.Authorize(asked.Password) ?? device.Reinitialize(asked.State));
    }
}
