using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A device that is asked to be silent or to restart: with it, DeviceCommunicationControl and ReinitializeDevice (clauses 16.1, 16.4) are served.</summary>
public interface IManagedDevice
{
    /// <summary>Whether it obeys anybody at all. A device that does not refuses both services, and does not claim them.</summary>
    bool IsManageable => true;

    /// <summary>What it may say at present.</summary>
    CommunicationState Communication { get; }

    /// <summary>Whether somebody with this password, if there is one, may silence and restart it.</summary>
    /// <returns>Null when so, else why not: password-failure, or service-request-denied when nobody may.</returns>
    BacnetError? Authorize(string? password);

    /// <summary>Does what was asked for, once the acknowledgement is on its way.</summary>
    /// <returns>Null when it will, else why not.</returns>
    BacnetError? Reinitialize(ReinitializedState state);
}
