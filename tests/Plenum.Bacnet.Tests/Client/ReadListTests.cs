using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Tests.Client;

public sealed class ReadListTests
{
    [Theory] // each is answered with many results, and a list has a place for one
    [InlineData(PropertyId.All)]
    [InlineData(PropertyId.Required)]
    [InlineData(PropertyId.Optional)]
    public void A_list_of_single_properties_takes_none_that_stands_for_many(PropertyId many)
    {
        var refused = Assert.Throws<ArgumentException>(() => new ReadList([new(ObjectId.Parse("analogInput:1"), many)]));
        Assert.Contains("analogInput:1", refused.Message, StringComparison.Ordinal);
    }
}
