namespace CrmExtensions.Cli.Demo;

internal sealed record TopBalance(string Customer, long Points, int Entries);
