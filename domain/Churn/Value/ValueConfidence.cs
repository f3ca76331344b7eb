namespace CrmExtensions.Domain.Churn;

/// <summary>How much a value rests on. The numbers are stored.</summary>
public enum ValueConfidence
{
    /// <summary>A rule, or a single order.</summary>
    Low = 0,

    /// <summary>A model that passed the gate, and two to nine order days.</summary>
    Medium = 1,

    /// <summary>The same with ten order days or more.</summary>
    High = 2,
}
