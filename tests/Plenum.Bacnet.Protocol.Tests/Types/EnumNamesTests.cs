using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Types;

public sealed class EnumNamesTests
{
    [Fact]
    public void Every_object_type_reads_back_from_its_names() => EveryMemberReadsBack<ObjectType>(count: 65);

    [Fact]
    public void Every_property_reads_back_from_its_names() => EveryMemberReadsBack<PropertyId>(count: 530);

    [Fact]
    public void Every_unit_reads_back_from_its_names() => EveryMemberReadsBack<EngineeringUnits>(count: 427);

    [Fact]
    public void Every_error_code_reads_back_from_its_names() => EveryMemberReadsBack<ErrorCode>(count: 199);

    [Fact]
    public void Every_member_of_the_small_enumerations_reads_back_from_its_names()
    {
        EveryMemberReadsBack<ErrorClass>(count: 8);
        EveryMemberReadsBack<RejectReason>(count: 10);
        EveryMemberReadsBack<AbortReason>(count: 12);
        EveryMemberReadsBack<Reliability>(count: 25);
        EveryMemberReadsBack<EventState>(count: 6);
        EveryMemberReadsBack<BinaryPv>(count: 2);
        EveryMemberReadsBack<DeviceStatus>(count: 6);
        EveryMemberReadsBack<Segmentation>(count: 4);
        EveryMemberReadsBack<StatusFlags>(count: 5);
        EveryMemberReadsBack<ConfirmedService>(count: 34);
        EveryMemberReadsBack<UnconfirmedService>(count: 15);
        EveryMemberReadsBack<ServicesSupported>(count: 49);
    }

    [Theory]
    [InlineData("covIncrement", 22u)]
    [InlineData("cov-increment", 22u)]
    [InlineData("COV_INCREMENT", 22u)]
    [InlineData("Present-Value", 85u)]
    [InlineData("numberOfApduRetries", 73u)]
    [InlineData("number-of-APDU-retries", 73u)]
    [InlineData("bacnet-ipv6-udp-port", 438u)]
    [InlineData("bacnetIPv6UDPPort", 438u)]
    [InlineData("log-enable", 133u)]
    [InlineData("max-proxied-i-ams-per-second", 4194349u)]
    [InlineData("85", 85u)]
    [InlineData("9997", 9997u)]
    public void A_property_reads_from(string text, uint number)
    {
        Assert.True(EnumNames<PropertyId>.TryParse(text, out var property));
        Assert.Equal((PropertyId)number, property);
    }

    [Theory]
    [InlineData("kilowatt-hours", 19)]
    [InlineData("kilowattHours", 19)]
    [InlineData("kelvin", 63)]
    [InlineData("degrees-kelvin", 63)]
    [InlineData("ph", 234)]
    [InlineData("microsiemens", 190)]
    [InlineData("micro-siemens", 190)]
    [InlineData("currency10", 114)]
    [InlineData("joule-per-hours", 247)]
    [InlineData("joules-per-hour", 247)]
    [InlineData("watt-reactive-hours", 203)]
    public void A_unit_reads_from(string text, int number)
    {
        Assert.True(EnumNames<EngineeringUnits>.TryParse(text, out var unit));
        Assert.Equal((EngineeringUnits)number, unit);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("present")]
    [InlineData("presentValues")]
    [InlineData("presentValue\0")]
    [InlineData("presentValue,objectName")]
    [InlineData("present value")]
    [InlineData("-85")]
    [InlineData("+85")]
    [InlineData("4294967296")]
    public void No_property_reads_from(string text) => Assert.False(EnumNames<PropertyId>.TryParse(text, out _));

    [Theory]
    [InlineData(PropertyId.CovuPeriod, "covuPeriod", "covu-period")]
    [InlineData(PropertyId.BacnetIpUdpPort, "bacnetIpUdpPort", "bacnet-ip-udp-port")]
    [InlineData(PropertyId.IsUtc, "isUtc", "is-utc")]
    [InlineData(PropertyId.All, "all", "all")]
    [InlineData((PropertyId)9997, "9997", "9997")]
    public void A_property_is_written_in_both_forms(PropertyId property, string camel, string kebab)
    {
        Assert.Equal(camel, EnumNames<PropertyId>.CamelCase(property));
        Assert.Equal(kebab, EnumNames<PropertyId>.Kebab(property));
    }

    [Fact]
    public void The_acidity_unit_keeps_its_odd_spelling()
    {
        Assert.Equal("pH", EnumNames<EngineeringUnits>.CamelCase(EngineeringUnits.Ph));
        Assert.Equal("pH", EnumNames<EngineeringUnits>.Kebab(EngineeringUnits.Ph));
    }

    [Fact]
    public void All_names_come_in_the_order_of_their_numbers() =>
        Assert.Equal(["segmentedBoth", "segmentedTransmit", "segmentedReceive", "noSegmentation"], EnumNames<Segmentation>.All);

    private static void EveryMemberReadsBack<T>(int count) where T : struct, Enum
    {
        var members = Enum.GetNames<T>();
        Assert.Equal(count, members.Length);
        Assert.Equal(count, Enum.GetValues<T>().Distinct().Count());
        foreach (var value in Enum.GetValues<T>())
        {
            string[] forms = [EnumNames<T>.CamelCase(value), EnumNames<T>.Kebab(value), value.ToString(), value.ToString("D")];
            Assert.All(forms, form => Assert.Equal((true, value), (EnumNames<T>.TryParse(form, out var read), read)));
            Assert.DoesNotContain(EnumNames<T>.Kebab(value), letter => letter is not ('-' or (>= 'a' and <= 'z') or (>= '0' and <= '9') or 'H'));
        }
    }
}
