using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <param name="Name">For the report; the rule itself knows ids only.</param>
/// <param name="Rule">The whole budget stands in what is left of it.</param>
internal sealed record DraftRule(string Name, EarningRule Rule);
