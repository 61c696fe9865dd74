namespace Plenum.Captures;

/// <summary>A capture cannot be read, or not beyond some place.</summary>
internal sealed class CaptureException(string message) : IOException(message);
