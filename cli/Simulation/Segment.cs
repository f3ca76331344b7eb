namespace CrmExtensions.Cli.Simulation;

/// <summary>How a customer of the sample business was made to buy.</summary>
internal enum Segment
{
    /// <summary>Orders in a rhythm of its own, until the end.</summary>
    Loyal,

    /// <summary>Ordered in a rhythm of its own, then ever more rarely, then not at all.</summary>
    Fading,

    /// <summary>Ordered exactly once.</summary>
    OneTime,

    /// <summary>Orders in the same two months of every year only.</summary>
    Seasonal,
}
