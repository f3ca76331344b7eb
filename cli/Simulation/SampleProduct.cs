namespace CrmExtensions.Cli.Simulation;

/// <param name="Price">List price of one unit.</param>
/// <param name="Weight">How often it is picked, relative to the others.</param>
internal sealed record SampleProduct(string Id, string Name, string Category, decimal Price, int Weight);
