using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <content>Which device has an object (clause 16.9).</content>
public sealed partial class BacnetClient
{
    /// <summary>Raised for every I-Have that arrives, on the receiving thread: a device that has an object.</summary>
    public event Action<IHaveRequest, DeviceAddress>? IHaveReceived;

    /// <summary>Asks everyone, or one address, who has an object, by its identifier or by its name; <see cref="IHaveReceived"/> tells who does.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool WhoHas(WhoHasRequest asked, DeviceAddress? to = null) => Tell(UnconfirmedService.WhoHas, asked.Encode, to);

    private void OnIHave(in BipFrame frame)
    {
        if (IHaveRequest.TryDecode(frame.Content, out var iHave, out var error)) IHaveReceived?.Invoke(iHave, frame.Source);
        else _port.CountUndecodable(error);
    }
}
