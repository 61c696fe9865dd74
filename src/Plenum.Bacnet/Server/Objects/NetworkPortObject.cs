using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;
using static Plenum.Bacnet.Server.Objects.Properties<Plenum.Bacnet.Server.Objects.NetworkPortObject>;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>The Network Port object (clause 12.56) of a BACnet/IP port. Nothing of it can be written: where the device is, is configured elsewhere.</summary>
/// <remarks>What the device does not know is said as the standard says it: the default gateway and the name server are 0.0.0.0, the speed of the link 0.</remarks>
public sealed class NetworkPortObject : LocalObject<NetworkPortObject>
{
    private static readonly byte[] NoAddress = new byte[4];

    private static readonly LocalProperty<NetworkPortObject>[] Table =
    [
        One(P.StatusFlags, self => BacnetValue.BitString(new(self.HasFault ? (ulong)StatusFlags.Fault : 0, 4))),
        One(P.Reliability, self => BacnetValue.Enumerated((uint)(self.HasFault ? Reliability.RenewFdRegistrationFailure : Reliability.NoFaultDetected))),
        One(P.OutOfService, _ => BacnetValue.Boolean(false)),
        One(P.NetworkType, _ => BacnetValue.Enumerated((uint)NetworkType.Ipv4)),
        One(P.ProtocolLevel, _ => BacnetValue.Enumerated((uint)ProtocolLevel.BacnetApplication)),
        One(P.NetworkNumber, self => BacnetValue.Unsigned(self.Port?.NetworkNumber ?? 0)),
        One(P.NetworkNumberQuality, self => BacnetValue.Enumerated((uint)self.Quality)),
        One(P.ChangesPending, _ => BacnetValue.Boolean(false)),
        One(P.MacAddress, self => BacnetValue.OctetString(Mac(self.Address))),
        One(P.ApduLength, self => BacnetValue.Unsigned((ulong)self._maxApdu)),
        One(P.LinkSpeed, _ => BacnetValue.Real(0)),
        One(P.BacnetIpMode, self => BacnetValue.Enumerated((uint)(self.Foreign is null ? IpMode.Normal : IpMode.Foreign))),
        One(P.IpAddress, self => BacnetValue.OctetString(Mac(self.Address)[..4])),
        One(P.BacnetIpUdpPort, self => BacnetValue.Unsigned(self.Address.Port)),
        One(P.IpSubnetMask, self => BacnetValue.OctetString(self.Mask())),
        One(P.IpDefaultGateway, _ => BacnetValue.OctetString(NoAddress)),
        Array(P.IpDnsServer, _ => 1, (_, _) => BacnetValue.OctetString(NoAddress)),
        Properties<NetworkPortObject>.Typed(P.FdBbmdAddress, self => Bbmd(self.Foreign!.State.Bbmd)) with { When = self => self.Foreign is not null },
        One(P.FdSubscriptionLifetime, self => BacnetValue.Unsigned((ulong)self.Foreign!.Options.TimeToLive.TotalSeconds)) with { When = self => self.Foreign is not null },
    ];

    private readonly int _maxApdu, _prefixLength;

    /// <summary>The object of the device's only port.</summary>
    /// <param name="maxApdu">The largest APDU that it takes.</param>
    /// <param name="prefixLength">Bits in the subnet mask, 0..32.</param>
    public NetworkPortObject(int maxApdu, int prefixLength) : base(PortId, "BACnet/IP", Table) => (_maxApdu, _prefixLength) = (maxApdu, prefixLength);

    /// <summary>Its identifier in every device of ours.</summary>
    public static ObjectId PortId { get; } = new(ObjectType.NetworkPort, 1);

    /// <summary>The port that it stands for; null while the device is on no network.</summary>
    public BacnetPort? Port { get; set; }

    private DeviceAddress Address => Port?.LocalAddress ?? default;

    private ForeignDevice? Foreign => Port?.Foreign;

    private bool HasFault => Foreign is { State.Status: RegistrationStatus.Refused or RegistrationStatus.Silent };

    /// <summary>A number that was told is learned; who told it knows whether it was configured there.</summary>
    private NetworkNumberQuality Quality => Port?.NetworkNumber is null ? NetworkNumberQuality.Unknown : Port.IsNetworkNumberConfigured ? NetworkNumberQuality.LearnedConfigured : NetworkNumberQuality.Learned;

    /// <summary>Address and port, as a BACnet/IP address is written (clause J.1.2).</summary>
    private static byte[] Mac(DeviceAddress address)
    {
        var octets = new byte[6];
        BinaryPrimitives.WriteUInt32BigEndian(octets, address.Ip);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(4), address.Port);
        return octets;
    }

    private byte[] Mask()
    {
        var octets = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(octets, _prefixLength == 0 ? 0 : uint.MaxValue << (32 - _prefixLength));
        return octets;
    }

    private static HostNPort Bbmd(DeviceAddress bbmd) => new(new(Sequence.Create<byte>(Mac(bbmd).AsSpan(0, 4))), bbmd.Port);
}
