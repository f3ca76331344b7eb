namespace CrmExtensions.Domain.Loyalty;

/// <summary>What an earning rule gives. The numbers are stored.</summary>
public enum RuleKind
{
    /// <summary>The base points of the lines that it wins, multiplied; the multiplier less 1 is its bonus.</summary>
    Multiplier = 0,

    /// <summary>So many points once for the document.</summary>
    PointsPerOrder = 1,

    /// <summary>So many points for each whole unit on the lines that it wins.</summary>
    PointsPerUnit = 2,

    /// <summary>So many points for each whole step of money on the lines that it wins, besides the base rate.</summary>
    PointsPerStep = 3,

    /// <summary>The matching lines earn nothing at all, whatever else matches.</summary>
    NoPoints = 4,
}
