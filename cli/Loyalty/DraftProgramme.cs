using System.Collections.Generic;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>A programme that is not live yet, with its tiers and rules.</summary>
internal sealed class DraftProgramme
{
    public string Name { get; init; } = "";
    public Programme Programme { get; init; } = new();
    public IReadOnlyList<Tier> Tiers { get; init; } = [];
    public IReadOnlyList<DraftRule> Rules { get; init; } = [];
}
