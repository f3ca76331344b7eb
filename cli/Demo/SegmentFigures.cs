namespace CrmExtensions.Cli.Demo;

/// <param name="Orders">Fulfilled ones.</param>
internal sealed record SegmentFigures(string Segment, int Customers, int Orders, long Points);
