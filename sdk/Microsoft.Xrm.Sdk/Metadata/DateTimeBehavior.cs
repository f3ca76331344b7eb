using System;
using System.Linq;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "DateTimeBehavior", Namespace = ContractNamespace.Xrm71Metadata)]
public sealed class DateTimeBehavior : ConstantsBase<string>
{
    public static readonly DateTimeBehavior UserLocal = Add<DateTimeBehavior>(nameof(UserLocal));
    public static readonly DateTimeBehavior DateOnly = Add<DateTimeBehavior>(nameof(DateOnly));
    public static readonly DateTimeBehavior TimeZoneIndependent = Add<DateTimeBehavior>(nameof(TimeZoneIndependent));

    public static implicit operator DateTimeBehavior(string behavior) => Create<DateTimeBehavior>(behavior);

    public static bool operator ==(DateTimeBehavior behaviorA, DateTimeBehavior behaviorB) =>
        ReferenceEquals(behaviorA, behaviorB) || (behaviorA is not null && behaviorA.Equals(behaviorB));

    public static bool operator !=(DateTimeBehavior behaviorA, DateTimeBehavior behaviorB) => !(behaviorA == behaviorB);

    /// <summary>Equal to its name as a string too, whatever the case.</summary>
    public override bool Equals(object obj) => obj switch
    {
        string name => StringComparer.OrdinalIgnoreCase.Equals(Value, name),
        DateTimeBehavior other => StringComparer.OrdinalIgnoreCase.Equals(Value, other.Value),
        _ => false,
    };

    public override int GetHashCode() => Value.GetHashCode();

    protected override bool ValueExistsInList(string value) =>
        ValidValues.Contains(value, StringComparer.OrdinalIgnoreCase);
}
