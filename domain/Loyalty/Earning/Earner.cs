namespace CrmExtensions.Domain.Loyalty;

/// <summary>What an award needs to know of the member who gets it.</summary>
public sealed class Earner
{
    /// <summary>For a purchase whose member plays no part: joined ever since, without a tier.</summary>
    public static readonly Earner Anybody = new();

    /// <summary>In the programme's zone; purchases of that very day earn.</summary>
    public Day JoinedOn { get; init; }

    public Tier? Tier { get; init; }
}
