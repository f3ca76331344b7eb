namespace CrmExtensions.Cli.Simulation;

/// <summary>What random numbers are drawn for; a value must never be given to another purpose.</summary>
internal enum SampleStream
{
    Segments = 1,
    Identity = 2,
    Dates = 3,
    Baskets = 4,
    Cancellations = 5,
}
