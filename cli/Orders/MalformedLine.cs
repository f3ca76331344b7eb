namespace CrmExtensions.Cli.Orders;

/// <param name="Number">Line of the file, counted from 1, header included.</param>
internal readonly record struct MalformedLine(int Number, string Reason);
