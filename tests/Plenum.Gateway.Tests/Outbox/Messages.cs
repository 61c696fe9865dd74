using System.Text;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Outbox;

/// <summary>Messages with a number in them, to be recognized by it.</summary>
internal static class Messages
{
    public static readonly OutboxLimits Ample = new(MaxBytes: 1L << 30, MaxMessages: 1_000_000, MaxAge: TimeSpan.FromDays(7));

    public static SettableTime Clock() => new(new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    public static Message Number(int number, TimeProvider time, int padding = 0) => new(
        "Boiler é", "default", MessageKind.Telemetry, time.GetUtcNow().ToUnixTimeMilliseconds(), Encoding.UTF8.GetBytes($$"""{"n":{{number}}{{new string(' ', padding)}}}"""));

    public static int NumberOf(StoredMessage stored)
    {
        using var json = System.Text.Json.JsonDocument.Parse(stored.Message.Values);
        return json.RootElement.GetProperty("n").GetInt32();
    }

    public static int[] Numbers(this IOutbox outbox) => [.. outbox.Read(0, int.MaxValue).Select(NumberOf)];

    public static async Task StoreAsync(this IOutbox outbox, TimeProvider time, params IEnumerable<int> numbers)
    {
        foreach (var number in numbers) await outbox.StoreAsync(Number(number, time), TestContext.Current.CancellationToken);
    }
}
