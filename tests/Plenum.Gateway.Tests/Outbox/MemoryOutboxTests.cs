using Plenum.Gateway.Outbox;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Outbox;

public sealed class MemoryOutboxTests : OutboxContract
{
    private readonly LogRecorder<MemoryOutbox> _log = new();

    private protected override IOutbox Open(OutboxLimits limits, TimeProvider time) => new MemoryOutbox(limits, time, _log);

    private protected override int TimesLogged(int id) => _log.Count(id);
}
