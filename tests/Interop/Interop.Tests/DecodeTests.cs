namespace Interop.Tests;

/// <summary><c>plenum decode</c> against Wireshark's dissector, frame by frame: the same frames, services, objects, properties, errors, and the same verdict on each.</summary>
public sealed class DecodeTests
{
    /// <summary>Where the two differ, and who is right.</summary>
    private static readonly Dictionary<(string Capture, int Frame), (string[] Facts, string Reason)> Explained = new()
    {
        [("icsnpp-bacnet_error_reject_abort.pcap", 9)] = ([nameof(FrameFacts.Malformed)],
            "AddListElement to recipient-list with the number 100 as its element: tagged as it should be, so that the service can be read; tshark takes a number for a BACnetDestination"),
        [("icsnpp-bacnet_error_reject_abort.pcap", 10)] = ([nameof(FrameFacts.Malformed)], "RemoveListElement of the same"),
        [("icsnpp-bacnet_error_reject_abort.pcap", 28)] = ([nameof(FrameFacts.Malformed), nameof(FrameFacts.Objects), nameof(FrameFacts.Properties)],
            "opening tag 2 (2E) stands where closing tag 2 (2F) ends a property's value; tshark passes over it"),
        [("every service", 17)] = ([nameof(FrameFacts.Objects), nameof(FrameFacts.Properties)],
            "AddListElement to list-of-group-members: tshark counts the objects and properties within the element, which plenum shows as the tree that it is"),
        [("every service", 19)] = ([nameof(FrameFacts.Objects), nameof(FrameFacts.Properties)], "RemoveListElement of the same"),
    };

    private readonly Conversation _conversation;
    private readonly EveryService _everyService;

    public DecodeTests(Conversation conversation, EveryService everyService)
    {
        Assert.SkipWhen(Tshark.Obstacle is not null, Tshark.Obstacle ?? "");
        (_conversation, _everyService) = (conversation, everyService);
    }

    [Theory]
    [InlineData("icsnpp-bacnet_services.pcap", 7158)]
    [InlineData("icsnpp-bacnet_segmented_data.pcap", 20)]
    [InlineData("icsnpp-bacnet_error_reject_abort.pcap", 45)]
    public void Every_frame_of_a_capture_from_the_field_says_the_same_or_the_difference_is_explained(string name, int frames)
    {
        Assert.SkipWhen(Captures.Obstacle(name) is not null, Captures.Obstacle(name) ?? "");

        Assert.Equal(frames, Compare(Path.Combine(Captures.Folder!, name), name));
    }

    [Fact]
    public void Every_frame_of_our_own_conversation_says_the_same() => Assert.Equal(_conversation.Frames, Compare(_conversation.Path, "own"));

    [Fact]
    public void Every_frame_of_every_service_says_the_same() => Assert.Equal(_everyService.Frames, Compare(_everyService.Path, "every service"));

    /// <summary>Asserts that the differences are those that are explained, all of them and no others; returns how many frames there are.</summary>
    private static int Compare(string path, string name)
    {
        var (theirs, ours) = (Dissected.Frames(path), Decoded.Frames(path));
        var differences = theirs.Keys.Union(ours.Keys).Order().SelectMany(number => Differences(number, theirs.GetValueOrDefault(number), ours.GetValueOrDefault(number)));
        var explained = Explained.Where(entry => entry.Key.Capture == name).SelectMany(entry => entry.Value.Facts.Select(fact => (entry.Key.Frame, fact))).ToList();

        Assert.Empty(differences.Where(difference => !explained.Contains((difference.Frame, difference.Fact))).Select(difference => difference.Text));
        Assert.Empty(explained.Except(differences.Select(difference => (difference.Frame, difference.Fact))));
        return ours.Count;
    }

    private static IEnumerable<(int Frame, string Fact, string Text)> Differences(int number, FrameFacts? theirs, FrameFacts? ours)
    {
        if (theirs is null || ours is null) return [(number, "frame", $"frame {number} is BACnet for {(ours is null ? "tshark" : "plenum")} only")];
        return
            from pair in (IEnumerable<(string Fact, string Theirs, string Ours)>)
            [
                (nameof(FrameFacts.Type), theirs.Type, ours.Type),
                (nameof(FrameFacts.Service), theirs.Service, ours.Service),
                (nameof(FrameFacts.InvokeId), theirs.InvokeId, ours.InvokeId),
                (nameof(FrameFacts.Objects), theirs.Objects, ours.Objects),
                (nameof(FrameFacts.Properties), theirs.Properties, ours.Properties),
                (nameof(FrameFacts.Indexes), theirs.Indexes, ours.Indexes),
                (nameof(FrameFacts.Errors), theirs.Errors, ours.Errors),
                (nameof(FrameFacts.Reason), theirs.Reason, ours.Reason),
                (nameof(FrameFacts.Sequence), theirs.Sequence, ours.Sequence),
                (nameof(FrameFacts.Malformed), $"{theirs.Malformed}", $"{ours.Malformed}"),
            ]
            where pair.Theirs != pair.Ours
            select (number, pair.Fact, $"frame {number}, {pair.Fact}: tshark \"{pair.Theirs}\", plenum \"{pair.Ours}\"");
    }
}
