namespace CrmExtensions.Cli.Demo;

/// <summary>
/// What loading the orders cost, asynchronous steps included, master data and proofs not. Requests are an order's.
/// </summary>
/// <param name="PluginRequests">Of plugins, inside the transactions of the order.</param>
/// <param name="JobRequests">Of asynchronous steps.</param>
internal sealed record DemoSpeed(
    double Seconds, double OrdersPerSecond, double OutsideRequests, double PluginRequests, double JobRequests);
