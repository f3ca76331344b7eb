namespace CrmExtensions.Domain.Churn;

/// <summary>Three grades of a customer: what it brought, what is expected of it, how lately it ordered.</summary>
public sealed record ValueSegment(ValueGrade Revenue, ValueGrade Potential, ValueGrade Activity)
{
    /// <summary>Three letters, such as ABC.</summary>
    public string Code => $"{Revenue}{Potential}{Activity}";
}
