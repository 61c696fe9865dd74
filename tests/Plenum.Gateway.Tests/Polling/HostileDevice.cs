using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>A device that floods a client, or answers everything wrongly.</summary>
internal sealed class HostileDevice(ScriptedDevice device, DeviceAddress client, int seed)
{
    /// <summary>What nothing of may ever be stored.</summary>
    public const float Lie = 666;

    private static readonly PropertyReference Elsewhere = new(ObjectId.Parse("analogValue:4194000"), PropertyId.PresentValue);

    private readonly Random _random = new(seed);
    private int _next;

    /// <summary>Datagrams sent unasked.</summary>
    public long Sent { get; private set; }

    /// <summary>Requests answered wrongly.</summary>
    public long Answered { get; private set; }

    /// <summary>Sends datagrams that nobody has asked for: I-Ams of itself, of others and of healthy devices, acknowledgements, refusals, segments, garbage.</summary>
    public void Flood(int datagrams)
    {
        for (var i = 0; i < datagrams; i++, Sent++)
        {
            var id = (byte)_random.Next(256);
            switch (_random.Next(9))
            {
                case 0: device.Send(Apdus.IAm(2000), client); break;
                case 1: device.Send(Apdus.IAm((uint)_random.Next(4_000_000)), client); break;
                case 2: device.Send(Apdus.IAm((uint)_random.Next(1000, 1010)), client); break;
                case 3: device.Send(Apdus.ReadAck(id, Elsewhere, BacnetValue.Real(Lie)), client); break;
                case 4: device.Send(Apdus.ReadMultipleAck(id, [(Elsewhere, new(BacnetValue.Real(Lie)))]), client); break;
                case 5: device.Send(Apdus.Abort(id, AbortReason.Other), client); break;
                case 6: device.Send(Apdus.Error(id, ConfirmedService.ReadPropertyMultiple, ErrorClass.Object, ErrorCode.UnknownObject), client); break;
                case 7: device.Send([0x3C, id, (byte)_random.Next(256), 4, (byte)ConfirmedService.ReadPropertyMultiple, 0x0C], client); break;   // a segment of an answer
                default: device.SendRaw(Garbage(), client); break;
            }
        }
    }

    /// <summary>Answers a request in one wrong way after the other.</summary>
    public void AnswerWrongly(Asked asked)
    {
        if (asked.Apdu.Type != PduType.ConfirmedRequest) return;
        Answered++;
        var (id, service) = (asked.InvokeId, (ConfirmedService)asked.Apdu.Service);
        device.Answer(asked, (_next++ % 9) switch
        {
            0 => Ack(asked, (byte)(id + 1), Elsewhere),
            1 => Ack(asked, id, Elsewhere),
            2 => Apdus.SimpleAck(id, service),
            3 => Apdus.Reject(id, RejectReason.InvalidTag),
            4 => Apdus.Abort(id, AbortReason.InvalidApduInThisState),
            5 => Apdus.Error(id, service, ErrorClass.Device, ErrorCode.Other),
            6 => Ack(asked, id, Elsewhere)[..6],
            7 => Apdus.Ack(id, ConfirmedService.ReadRange, (ref Bacnet.Protocol.Tags.TagWriter _) => { }),
            _ => [0x3C, id, 7, 200, (byte)service, 0xFF],   // a segment out of the middle
        });
    }

    private static byte[] Ack(Asked asked, byte id, PropertyReference about) => asked.Apdu.Service == (byte)ConfirmedService.ReadProperty
        ? Apdus.ReadAck(id, about, BacnetValue.Real(Lie))
        : Apdus.ReadMultipleAck(id, [(about, new(BacnetValue.Real(Lie)))]);

    private byte[] Garbage()
    {
        var octets = new byte[_random.Next(1, 200)];
        _random.NextBytes(octets);
        if (_random.Next(2) == 0) octets[0] = 0x81;
        return octets;
    }
}
