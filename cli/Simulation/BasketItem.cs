namespace CrmExtensions.Cli.Simulation;

/// <param name="Amount">Of the whole quantity.</param>
internal readonly record struct BasketItem(string ProductId, int Quantity, decimal Amount);
