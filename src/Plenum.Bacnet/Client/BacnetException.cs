using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Nobody answered. The message says what was tried and what is known of the device (code <c>device-silent</c> in the troubleshooting guide).</summary>
public sealed class BacnetTimeoutException : TimeoutException
{
    /// <summary>A failure with its diagnosis.</summary>
    public BacnetTimeoutException(string message) : base(message) { }

    /// <summary>A failure with its diagnosis and its cause.</summary>
    public BacnetTimeoutException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>A failure without a diagnosis.</summary>
    public BacnetTimeoutException() { }
}

/// <summary>A device answered, and said no.</summary>
public sealed class BacnetRefusedException : Exception
{
    /// <summary>A refusal of a request about something.</summary>
    public BacnetRefusedException(string what, BacnetError error) : base($"{what}: the device answered {error}") => Error = error;

    /// <summary>A refusal with a message.</summary>
    public BacnetRefusedException(string message) : base(message) { }

    /// <summary>A refusal with a message and its cause.</summary>
    public BacnetRefusedException(string message, Exception innerException) : base(message, innerException) { }

    /// <summary>A refusal.</summary>
    public BacnetRefusedException() { }

    /// <summary>The device's reason.</summary>
    public BacnetError Error { get; }
}
