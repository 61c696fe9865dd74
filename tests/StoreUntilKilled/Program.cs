using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;

// Stores messages in the outbox of the folder given, several at a time, and prints "stored N" for each that is safe, until it is killed.
// The test that kills it then looks for every N that was printed.
await using var outbox = SqliteOutbox.Open(args[0], new(1L << 30, 1_000_000, TimeSpan.FromDays(1)), TimeProvider.System, NullLogger<SqliteOutbox>.Instance);
var last = 0;
await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(StoreAsync)));

async Task StoreAsync()
{
    while (true)
    {
        var number = Interlocked.Increment(ref last);
        var message = new Message($"device {number % 10}", "default", MessageKind.Telemetry, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), Encoding.UTF8.GetBytes($$"""{"n":{{number}}}"""));
        await outbox.StoreAsync(message, CancellationToken.None);
        Console.WriteLine($"stored {number}");
    }
}
