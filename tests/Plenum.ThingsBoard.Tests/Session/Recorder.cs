using System.Text.Json;
using System.Threading.Channels;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.ThingsBoard.Tests.Session;

/// <summary>Keeps what a session hands over, in order.</summary>
internal sealed class Recorder : ISessionHandler
{
    private readonly Channel<(IGatewaySession Session, object What)> _seen = Channel.CreateUnbounded<(IGatewaySession, object)>();

    /// <summary>Makes the next call fail, as a broken handler would.</summary>
    public bool FailsOnce { get; set; }

    public void OnRpc(IGatewaySession session, DeviceRpc call) => Keep(session, call);

    public void OnGatewayRpc(IGatewaySession session, GatewayRpc call) => Keep(session, call);

    public void OnAttributes(IGatewaySession session, DeviceAttributes update) => Keep(session, update);

    public void OnGatewayAttributes(IGatewaySession session, JsonElement values) => Keep(session, values);

    public async Task<T> NextAsync<T>() => Assert.IsType<T>((await _seen.Reader.ReadAsync().AsTask().WaitAsync(Wait.Limit)).What);

    private void Keep(IGatewaySession session, object what)
    {
        if (FailsOnce)
        {
            FailsOnce = false;
            throw new InvalidOperationException("a handler that fails");
        }
        _seen.Writer.TryWrite((session, what));
    }
}
