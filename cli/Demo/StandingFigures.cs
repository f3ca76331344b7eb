namespace CrmExtensions.Cli.Demo;

/// <param name="Standing">State of the customer; for an active one with the level of risk.</param>
/// <param name="Segment">Planted; empty where nothing is.</param>
internal sealed record StandingFigures(string Standing, string Segment, int Customers);
