using System.Globalization;
using System.Net;
using System.Text;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Configuration;

/// <summary>Everything the gateway is to do, read from its files and checked: immutable, one revision at a time.</summary>
public sealed record Plan(long Revision, ServerPlan Server, StoragePlan Storage, IReadOnlyList<ConnectorPlan> Connectors);

/// <summary>The server and how to log on to it (<c>tb_gateway.json</c>, section <c>thingsboard</c>).</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">TCP port, 1..65535; 1883 by default.</param>
/// <param name="KeepAlive">MQTT keep-alive; 120 s by default.</param>
/// <param name="Qos">0 or 1; 1 by default.</param>
/// <param name="MaxPayloadBytes">Largest publish payload; 8196 by default, unless the server says otherwise.</param>
/// <param name="Security">How to log on.</param>
public sealed record ServerPlan(string Host, int Port, TimeSpan KeepAlive, int Qos, int MaxPayloadBytes, SecurityPlan Security);

/// <summary>Credentials and TLS files. Exactly what the server's device credentials ask for; the rest is null.</summary>
/// <param name="AccessToken">The gateway device's token: the MQTT user name.</param>
/// <param name="Username">The MQTT user name, where the credentials are user name and password.</param>
/// <param name="Password">Its password.</param>
/// <param name="ClientId">The MQTT client id that these credentials ask for.</param>
/// <param name="UseTls">Whether the connection is encrypted and the server's certificate verified.</param>
/// <param name="CaCertPath">The PEM file of the authority that the server's certificate is verified with; null for the system's own.</param>
/// <param name="CertPath">The PEM file of our own certificate.</param>
/// <param name="PrivateKeyPath">The PEM file of its key.</param>
public sealed record SecurityPlan(string? AccessToken, string? Username, string? Password, string? ClientId, bool UseTls, string? CaCertPath, string? CertPath, string? PrivateKeyPath)
{
    /// <summary>What <see cref="object.ToString"/> says: which secrets there are, and none of them.</summary>
    private bool PrintMembers(StringBuilder text)
    {
        text.Append(CultureInfo.InvariantCulture, $"AccessToken = {Redacted(AccessToken)}, Username = {Redacted(Username)}, Password = {Redacted(Password)}, ClientId = {Redacted(ClientId)}, ");
        text.Append(CultureInfo.InvariantCulture, $"UseTls = {UseTls}, CaCertPath = {CaCertPath}, CertPath = {CertPath}, PrivateKeyPath = {PrivateKeyPath}");
        return true;
    }

    private static string Redacted(string? secret) => secret is null ? "" : "***";
}

/// <summary>Where values wait for the server.</summary>
/// <param name="Folder">The folder of the outbox file; null keeps it in memory.</param>
/// <param name="MaxBytes">Payload bytes kept before the oldest are dropped.</param>
/// <param name="MaxMessages">Messages kept before the oldest are dropped.</param>
/// <param name="MaxAge">How long a message may wait before it is dropped.</param>
public sealed record StoragePlan(string? Folder, long MaxBytes, long MaxMessages, TimeSpan MaxAge)
{
    /// <summary>What is sent first when much waits; what is fresh by default.</summary>
    public SendingOrder Order { get; init; }
}

/// <summary>One BACnet connector: a UDP port of ours and the devices read through it.</summary>
public sealed record ConnectorPlan(string Name, string Id, string File, LocalDevicePlan Local, IReadOnlyList<DevicePlan> Devices)
{
    /// <summary>Whether the server is told which devices are online, degraded or offline; it is by default.</summary>
    public bool ReportsStatus { get; init; } = true;
}

/// <summary>Our own BACnet device (section <c>application</c>).</summary>
/// <param name="DiscoverPeriod">How often missing devices are asked for; 30 s by default.</param>
/// <param name="ForeignDevice">The BBMD that carries our broadcasts; null to broadcast on our own subnet.</param>
/// <param name="MostPerNetwork">Requests that one network behind a router may have in flight, 1..64; 4 by default.</param>
/// <param name="MostRequests">Requests that may be in flight in all, 1..4096; 256 by default.</param>
public sealed record LocalDevicePlan(string ObjectName, IPAddress Host, int Port, int PrefixLength, uint Instance, ushort VendorId, int MaxApdu, Segmentation Segmentation, TimeSpan DiscoveryTimeout, TimeSpan DiscoverPeriod,
    ForeignDevicePlan? ForeignDevice = null, int MostPerNetwork = 4, int MostRequests = 256);

/// <summary>Registration with a BBMD as a foreign device (section <c>foreignDevice</c>).</summary>
/// <param name="Bbmd">The BBMD.</param>
/// <param name="TimeToLive">For how long one registration is good, 1..65535 s; 300 s by default. It is renewed at half of this time.</param>
public sealed record ForeignDevicePlan(DeviceAddress Bbmd, TimeSpan TimeToLive);

/// <summary>One device to read.</summary>
/// <param name="Path">Its JSON path, for messages: <c>devices[0]</c>.</param>
/// <param name="Address">Where it is, if the configuration says so.</param>
/// <param name="Instance">Its device instance, if the configuration says so. At least one of address and instance is given.</param>
public sealed record DevicePlan(string Path, DeviceAddress? Address, uint? Instance, Expression Name, Expression Profile, TimeSpan PollPeriod,
    IReadOnlyList<PointPlan> Points, IReadOnlyList<AttributeUpdatePlan> AttributeUpdates, IReadOnlyList<RpcPlan> Rpcs)
{
    /// <summary>How often points whose changes the device tells are read all the same; 5 minutes by default, and never more often than the others.</summary>
    public TimeSpan CovPollPeriod { get; init; } = TimeSpan.FromMinutes(5);
}

/// <summary>One property of one object to read, and the key it is published under.</summary>
/// <param name="Cov">Whether its changes are subscribed to; not by default.</param>
public sealed record PointPlan(string Path, Expression Key, ObjectId Object, PropertyId Property, uint? ArrayIndex, MessageKind Kind, ReportStrategy Report, CovMode Cov = CovMode.Off)
{
    /// <summary>What becomes of a present value that its object says cannot be believed; it is sent by default. For other properties it means nothing.</summary>
    public QualityMode Quality { get; init; }
}

/// <summary>A shared attribute that is written to a property when the server changes it.</summary>
public sealed record AttributeUpdatePlan(string Path, string Key, ObjectId Object, PropertyId Property, byte? Priority);

/// <summary>A remote procedure that reads or writes a property.</summary>
public sealed record RpcPlan(string Path, string Method, bool Writes, ObjectId Object, PropertyId Property, byte? Priority, TimeSpan Timeout);
