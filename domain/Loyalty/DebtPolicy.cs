namespace CrmExtensions.Domain.Loyalty;

/// <summary>Whether an entry may push a balance below zero.</summary>
public enum DebtPolicy
{
    /// <summary>The entry is refused with <see cref="PostingResult.BalanceTooLow"/>. The default.</summary>
    Refuse = 0,

    /// <summary>The balance becomes negative: a debt that the next credits pay.</summary>
    Allow = 1,
}
