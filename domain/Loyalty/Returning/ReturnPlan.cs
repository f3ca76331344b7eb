using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>What a return takes back. Nothing unless planned.</summary>
public sealed class ReturnPlan
{
    public ReturnResult Result { get; init; }

    /// <summary>By rule and line, below zero; with a written-off part once a policy limited it.</summary>
    public Breakdown Breakdown { get; init; } = Breakdown.Empty;

    /// <summary>For the entry; zero or less.</summary>
    public int Points => Breakdown.Points;

    /// <summary>Nothing to remember: neither points nor amounts, and nothing that a policy spared.</summary>
    public bool IsNothing => Breakdown.Parts.All(part => part.IsNothing);

    public int StatusPoints => Breakdown.StatusPoints;

    /// <summary>Whether the document counts nothing any more: then its order stops counting, too.</summary>
    public bool IsEverything { get; init; }

    /// <summary>-1 for a document that came back as a whole.</summary>
    public int StatusOrders => IsEverything ? -1 : 0;

    /// <summary>Points that the policy spared.</summary>
    public int WrittenOff { get; init; }
}
