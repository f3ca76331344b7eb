using System.Collections.Generic;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Cli.Churn;

/// <summary>A customer of an order file with purchases and returns.</summary>
internal sealed record CustomerOrders(string Id, IReadOnlyCollection<OrderFact> Facts);
