using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <content>It is silent, restarts and sets its clock when it is told to; its objects are those that it has.</content>
public partial class SimulatedDevice : IManagedDevice, IClockDevice, IObjectStore
{
    /// <inheritdoc/>
    public CommunicationState Communication { get; }

    /// <summary>Restarts it for a reason, once its answer is on its way; null while it is on no network.</summary>
    internal Action<RestartReason>? Restarting { get; set; }

    /// <inheritdoc/>
    public BacnetError? Authorize(string? password) => _password is null || _password == password ? null : Refusals.PasswordFailure;

    /// <summary>It knows a cold start, a warm start, and that it has no changes to activate; it keeps no backups.</summary>
    public BacnetError? Reinitialize(ReinitializedState state)
    {
        switch (state)
        {
            case ReinitializedState.Coldstart: Restarting?.Invoke(RestartReason.Coldstart); return null;
            case ReinitializedState.Warmstart: Restarting?.Invoke(RestartReason.Warmstart); return null;
            case ReinitializedState.ActivateChanges: return null;
            default: return Refusals.OptionalFunctionalityNotSupported;
        }
    }

    /// <inheritdoc/>
    public void Synchronize(DateTime time, bool isUtc) => _localTime.Set(time, isUtc);

    /// <summary>There are no objects but those that it has from the start.</summary>
    public ElementError? Create(CreateObjectRequest request, out ObjectId id)
    {
        id = default;
        var isKnown = _self.Read(PropertyId.ProtocolObjectTypesSupported, null).Value.AsBitString[(int)request.Type];
        return new(new(ErrorClass.Object, isKnown ? ErrorCode.DynamicCreationNotSupported : ErrorCode.UnsupportedObjectType), 0);
    }

    /// <summary>No object can be done away with.</summary>
    public BacnetError? Delete(ObjectId id) => Properties(id) is null ? Refusals.UnknownObject : new BacnetError(ErrorClass.Object, ErrorCode.ObjectDeletionNotPermitted);
}
