using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>From the tree that a value is read as to the type that it is, and back.</summary>
public sealed class TypedTests
{
    private static readonly TimeStamp Stamp = new(new BacnetDateTime(new BacnetDate(0x7E0B1607), new BacnetTime(8, 0, 0, 0)));

    [Fact]
    public void A_tree_is_what_it_is()
    {
        var tree = Typed.ToValue(Stamp);

        Assert.Equal(BacnetKind.Constructed, tree.Kind);
        Assert.True(Typed.TryRead<TimeStamp>(tree, out var read));
        Assert.Equal(Stamp, read);
    }

    [Fact]
    public void A_list_is_as_many_as_it_has()
    {
        var list = BacnetValue.List([Typed.ToValue(Stamp), Typed.ToValue(new TimeStamp(16))]);

        Assert.True(Typed.TryReadAll<TimeStamp>(list, out var read));
        Assert.Equal([Stamp, new TimeStamp(16)], read);
        Assert.False(Typed.TryRead<TimeStamp>(list, out _));
    }

    [Fact]
    public void A_type_of_several_parts_is_a_list() => Assert.Equal(
        BacnetValue.List([BacnetValue.Date(new BacnetDate(0x7E0B1607)), BacnetValue.Time(default)]),
        Typed.ToValue(new BacnetDateTime(new BacnetDate(0x7E0B1607), default)));

    [Fact]
    public void A_value_of_another_type_is_not_taken_for_it()
    {
        Assert.False(Typed.TryRead<TimeStamp>(BacnetValue.Real(1), out _));
        Assert.False(Typed.TryRead<Scale>(BacnetValue.List([]), out _));
        Assert.False(Typed.TryReadAll<Destination>(BacnetValue.List([BacnetValue.Unsigned(1)]), out _));
        Assert.True(Typed.TryReadAll<Destination>(BacnetValue.List([]), out var none));
        Assert.Empty(none);
    }

    [Fact]
    public void A_value_may_be_large()
    {
        Sequence<TimeStamp> many = [.. Enumerable.Range(0, 5000).Select(number => new TimeStamp((uint)number))];

        Assert.True(Typed.TryReadAll<TimeStamp>(BacnetValue.List([.. many.Select(Typed.ToValue)]), out var read));
        Assert.Equal(many, read);
    }

    [Fact]
    public void Every_tree_is_what_it_was_made_of()
    {
        AnyEvent.Notification.Sample(value => Typed.TryRead<EventNotification>(Typed.ToValue(value), out var read) && read == value, iter: 100);
        AnyConstructed.Recipient.Sample(value => Typed.TryRead<Recipient>(Typed.ToValue(value), out var read) && read == value, iter: 100);
        AnyConstructed.States.Sample(value => Typed.TryRead<PropertyStates>(Typed.ToValue(value), out var read) && read == value, iter: 100);
    }
}
