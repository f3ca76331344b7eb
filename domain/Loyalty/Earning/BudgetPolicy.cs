namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a rule gives when its budget does not hold the whole bonus. The numbers are stored.</summary>
public enum BudgetPolicy
{
    /// <summary>What is left. The default of a rule.</summary>
    Clamp = 0,

    /// <summary>Nothing; what is left stays for smaller bonuses.</summary>
    Refuse = 1,
}
