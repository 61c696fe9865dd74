using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Gateway.Configuration;

/// <summary>Section <c>foreignDevice</c> of a connector's file, beside <c>application</c> or in it: the BBMD that carries our broadcasts to other subnets.</summary>
internal static class ForeignDeviceReader
{
    private const int DefaultSeconds = 300;

    /// <summary>The BBMD; null when there is none to register with. The predecessor's sample names 0.0.0.0, which is nobody.</summary>
    public static ForeignDevicePlan? Read(Section holder)
    {
        using var section = holder.Object("foreignDevice");
        if (section is null) return null;
        var time = TimeSpan.FromSeconds(section.Amount("ttl", 1, ushort.MaxValue, DefaultSeconds));
        if (section.Text("address") is not { } text) return null;
        if (!DeviceAddress.TryParse(text, out var bbmd) || !bbmd.Remote.IsNone)
        {
            section.Problems.Error(section.At("address"), $"\"{text}\" is not the address of a BBMD", "write an IPv4 address and, if it is not 47808, a port, as in 10.0.0.1:47808");
            return null;
        }
        return bbmd.Ip == 0 ? null : new(bbmd, time);
    }
}
