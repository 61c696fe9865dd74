using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>What services that write several things at once are made of.</summary>
public sealed class AccessSpecificationTests
{
    [Fact]
    public void Write_access_specifications_hold() => Judge.Holds(
        Gen.Select(Any.ObjectId, AnyConstructed.Several(AnyConstructed.Value), (id, values) => new WriteAccessSpecification(id, values)));

    [Fact]
    public void Channel_values_hold() => Judge.Holds(
        Gen.Select(Gen.UShort, Any.Primitive, Gen.Byte[1, 16].Nullable(), (channel, value, priority) => new GroupChannelValue(channel, value, priority)));

    [Fact]
    public void Parts_of_files_hold() => Judge.Holds(Gen.OneOf(
        Gen.Select(Gen.Int, Gen.Byte.Array[0, 300], (start, octets) => FileContent.OfStream(start, octets)),
        Gen.Select(Gen.Int, AnyConstructed.Several(AnyConstructed.Mac), FileContent.OfRecords)));

    [Fact]
    public void They_are_read_by_people()
    {
        Judge.BothWays("0C 00800005 1E 09 55 19 02 2E 44 42860000 2F 39 08 1F",
            new WriteAccessSpecification(new(ObjectType.AnalogValue, 5), [new(PropertyId.PresentValue, 2, BacnetValue.Real(67), 8)]), "analogValue:5 presentValue[2] = 67 at 8");
        Judge.BothWays("0A 010C 19 0A 22 0457", new GroupChannelValue(268, BacnetValue.Unsigned(1111), 10), "channel 268 = 1111 at 10");
        Judge.BothWays("0E 31 1E 63 010203 0F", FileContent.OfStream(30, [1, 2, 3]), "3 octets from 30");
        Judge.BothWays("1E 31 FF 21 02 61 01 60 1F", FileContent.OfRecords(-1, [[1], []]), "2 records from -1");
    }

    [Fact]
    public void A_part_of_a_file_is_octets_or_records_and_nothing_else() => Judge.Refuses<FileContent>("2E 31 00 60 2F", DecodeError.WrongTag);
}
