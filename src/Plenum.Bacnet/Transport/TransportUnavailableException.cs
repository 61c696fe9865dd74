namespace Plenum.Bacnet.Transport;

/// <summary>The port cannot be held at present. Waiting may help: another program may end, an interface may come up.</summary>
public abstract class TransportUnavailableException(string message, Exception? cause) : IOException(message, cause);
