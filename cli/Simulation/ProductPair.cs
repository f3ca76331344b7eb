namespace CrmExtensions.Cli.Simulation;

/// <summary>Whoever puts the first product into the basket takes the second as well in 60 of 100 cases.</summary>
internal sealed record ProductPair(string First, string Second)
{
    public const int Percent = 60;
}
