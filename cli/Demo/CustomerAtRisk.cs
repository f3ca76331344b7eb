using System;

namespace CrmExtensions.Cli.Demo;

/// <param name="Since">Day on which the risk turned high.</param>
/// <param name="Spent">In base currency.</param>
/// <param name="Reasons">As the form shows them, in English.</param>
internal sealed record CustomerAtRisk(string Customer, DateTime? Since, decimal Spent, string Reasons);
