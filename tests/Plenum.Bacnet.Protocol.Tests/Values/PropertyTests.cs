using CsCheck;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

/// <summary>PropertyReference and PropertyResult.</summary>
public sealed class PropertyTests
{
    private static readonly ObjectId Input = new(ObjectType.AnalogInput, 1);
    private static readonly PropertyReference Asked = new(Input, PropertyId.PresentValue, 2);

    [Fact]
    public void A_question_is_answered_by_an_answer_about_the_same() => Any.Reference.Sample(asked => asked.IsAnsweredBy(asked));

    [Fact]
    public void A_question_is_not_answered_by_an_answer_about_anything_else()
    {
        PropertyReference[] others =
        [
            Asked with { Object = new(ObjectType.AnalogInput, 2) }, Asked with { Object = new(ObjectType.AnalogOutput, 1) },
            Asked with { Property = PropertyId.StatusFlags }, Asked with { ArrayIndex = 1 }, Asked with { ArrayIndex = 0 }, Asked with { ArrayIndex = null },
        ];
        Assert.All(others, other => Assert.False(Asked.IsAnsweredBy(other) || other.IsAnsweredBy(Asked)));
    }

    [Fact] // clause 15.5: a request for device 4194303 is answered with the device's own instance
    public void Whichever_device_you_are_is_answered_by_any_device_and_by_nothing_else()
    {
        PropertyReference whichever = new(ObjectId.AnyDevice, PropertyId.ObjectName);

        Assert.True(whichever.IsAnsweredBy(new(new(ObjectType.Device, 100), PropertyId.ObjectName)));
        Assert.False(whichever.IsAnsweredBy(new(new(ObjectType.File, 100), PropertyId.ObjectName)));
        Assert.False(whichever.IsAnsweredBy(new(new(ObjectType.Device, 100), PropertyId.ObjectList)));
        Assert.False(whichever.IsAnsweredBy(new(new(ObjectType.Device, 100), PropertyId.ObjectName, 1)));
        Assert.False(new PropertyReference(new(ObjectType.Device, 100), PropertyId.ObjectName).IsAnsweredBy(whichever));
        Assert.False(new PropertyReference(new(ObjectType.AnalogInput, ObjectId.AnyInstance), PropertyId.ObjectName).IsAnsweredBy(new(new(ObjectType.AnalogInput, 1), PropertyId.ObjectName)));
    }

    [Fact]
    public void A_reference_is_read_by_people()
    {
        Assert.Equal("analogInput:1 presentValue[2]", Asked.ToString());
        Assert.Equal("analogInput:1 presentValue", (Asked with { ArrayIndex = null }).ToString());
    }

    [Fact]
    public void A_result_is_a_value()
    {
        PropertyResult result = new(BacnetValue.Real(21.5f));

        Assert.True(result.HasValue);
        Assert.Null(result.Error);
        Assert.Equal((BacnetValue.Real(21.5f), "21.5"), (result.Value, result.ToString()));
    }

    [Fact]
    public void A_refusal_has_no_value_not_even_a_default()
    {
        BacnetError error = new(ErrorClass.Object, ErrorCode.UnknownObject);
        PropertyResult result = new(error);

        Assert.False(result.HasValue);
        Assert.Equal(((BacnetError?)error, "object: unknown-object"), (result.Error, result.ToString()));
        Assert.Equal("the device answered object: unknown-object", Assert.Throws<InvalidOperationException>(() => result.Value).Message);
    }

    [Fact] // class device and code other are both 0, and are an error all the same
    public void A_refusal_of_zeros_is_still_a_refusal() => Assert.False(new PropertyResult(default(BacnetError)).HasValue);
}
