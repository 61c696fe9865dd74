using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Polling;

/// <summary>The file that devices are remembered in, as JSON.</summary>
internal sealed record MemoryDocument(string Format, int Version, IReadOnlyList<MemoryEntry> Devices)
{
    public const string FormatName = "plenum-learned-devices";
    public const int CurrentVersion = 1;
}

/// <summary>One device in the file. Times are in UTC, sizes in octets.</summary>
internal sealed record MemoryEntry(string Connector, string Address, uint Instance, ushort? VendorId, string? Model, string? Firmware, DateTimeOffset Verified,
    Fact<bool> ReadsMultiple, Fact<int> MaxApdu, Fact<int> PathApdu, Fact<int> MostAnswer, Fact<int> LargestAnswered, Fact<int>? Segmentation,
    Fact<bool>? Segments, Fact<bool>? Cov, int FailedTrials, IReadOnlyList<MemoryEntry.ReadAlone> Alone)
{
    /// <summary>A property that is read alone; its number, because names come and go.</summary>
    internal sealed record ReadAlone(string Object, uint Property, uint? Index, DateTimeOffset Since, string Why);

    public static MemoryEntry Of(string connector, RememberedDevice device)
    {
        var facts = device.Facts;
        return new(connector, device.Address.ToString(), device.Instance, device.VendorId, device.Model, device.Firmware, device.Verified,
            facts.ReadsMultiple, facts.MaxApdu, facts.PathApdu, facts.MostAnswer, facts.LargestAnswered,
            facts.Segmentation is { } way ? new((int)way.Value, way.Since, way.Why) : null, facts.Segments, facts.Cov, facts.FailedTrials,
            [.. facts.Alone.Values.Select(alone => new ReadAlone(alone.Value.Object.ToString(), (uint)alone.Value.Property, alone.Value.ArrayIndex, alone.Since, alone.Why))]);
    }

    /// <summary>What the entry says; null when it cannot be.</summary>
    public RememberedDevice? ToDevice()
    {
        if (!DeviceAddress.TryParse(Address, out var address) || Instance >= ObjectId.AnyInstance) return null;
        var alone = ImmutableDictionary.CreateBuilder<PropertyReference, Fact<PropertyReference>>();
        foreach (var one in Alone)
        {
            if (!ObjectId.TryParse(one.Object, out var id)) return null;
            var target = new PropertyReference(id, (PropertyId)one.Property, one.Index);
            alone[target] = new(target, one.Since, one.Why);
        }
        return new(address, Instance, VendorId, Model, Firmware, Verified, new CapabilityFacts
        {
            ReadsMultiple = ReadsMultiple,
            MaxApdu = Within(MaxApdu, ApduSizes.Smallest),
            PathApdu = Within(PathApdu, ApduSizes.Smallest),
            MostAnswer = Within(MostAnswer, 1),
            LargestAnswered = Within(LargestAnswered, 0),
            Segmentation = Segmentation is { } way
                ? new((Segmentation)Math.Clamp(way.Value, 0, (int)Bacnet.Protocol.Types.Segmentation.NoSegmentation), way.Since, way.Why)
                : null,
            Segments = Segments,
            Cov = Cov,
            FailedTrials = Math.Clamp(FailedTrials, -1, 16),
            Alone = alone.ToImmutable(),
        });
    }

    private static Fact<int> Within(Fact<int> fact, int least) => fact with { Value = Math.Clamp(fact.Value, least, ApduSizes.Largest) };
}

/// <summary>Reads and writes the file without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(MemoryDocument))]
internal sealed partial class MemoryJsonContext : JsonSerializerContext;
