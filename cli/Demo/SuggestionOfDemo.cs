namespace CrmExtensions.Cli.Demo;

/// <param name="List">Goes with it, or buy again.</param>
/// <param name="Reason">With its counts, in English.</param>
internal sealed record SuggestionOfDemo(string Customer, string List, string Product, string Reason);
