using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>What is subscribed to: an object, by SubscribeCOV, or one property of it, by SubscribeCOVProperty.</summary>
/// <param name="Object">The object.</param>
/// <param name="Property">The property; null for those that the object itself tells of (table 13-1): present value and status flags.</param>
/// <param name="ArrayIndex">The element of an array property; null for the whole.</param>
/// <param name="Increment">For a property that is a number: how far it must go before it is told; null leaves it to the device.</param>
public readonly record struct CovTarget(ObjectId Object, PropertyId? Property = null, uint? ArrayIndex = null, float? Increment = null)
{
    /// <summary>The subscription that tells of a property's changes.</summary>
    public static CovTarget For(PropertyReference monitored) => monitored is { Property: PropertyId.PresentValue or PropertyId.StatusFlags, ArrayIndex: null }
        ? new(monitored.Object)
        : new(monitored.Object, monitored.Property, monitored.ArrayIndex);

    /// <summary>Whether a notification of its object with these values belongs to it: one of the object tells the present value (table 13-1), one of a property that property.</summary>
    internal bool IsToldBy(IReadOnlyList<BacnetPropertyValue> values)
    {
        var (property, index) = (Property ?? PropertyId.PresentValue, ArrayIndex);
        for (var i = 0; i < values.Count; i++)
            if (values[i].Property == property && values[i].ArrayIndex == index) return true;
        return false;
    }

    /// <summary>Whether one of these values is what was asked for: of a property, it alone; the status flags come with it unasked.</summary>
    internal bool Wants(in BacnetPropertyValue value) => Property is null || (Property == value.Property && ArrayIndex == value.ArrayIndex);

    /// <summary><c>analogInput:1</c>, or with the property.</summary>
    public override string ToString() => Property is { } property ? new PropertyReference(Object, property, ArrayIndex).ToString() : Object.ToString();
}
