namespace CrmExtensions.Cli.Demo;

/// <summary>Products that the sample business was made to sell together, by the ids of its file.</summary>
internal sealed record PlantedPair(string First, string Second);
