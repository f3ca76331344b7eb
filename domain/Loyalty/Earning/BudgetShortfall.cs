using System;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>A bonus that a rule's budget did not hold; worth a line in the log.</summary>
public sealed record BudgetShortfall
{
    public Guid RuleId { get; init; }
    public long Wanted { get; init; }
    public long Granted { get; init; }
}
