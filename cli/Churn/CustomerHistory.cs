using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>A customer of an order file, as of some day.</summary>
internal sealed record CustomerHistory(string Id, CustomerStatistics Statistics);
