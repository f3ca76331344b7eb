namespace CrmExtensions.Cli.Demo;

/// <param name="Id">Product number, as the orders name it.</param>
internal sealed record BusinessProduct(string Id, string Name);
