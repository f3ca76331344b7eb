namespace CrmExtensions.Domain.Loyalty;

/// <summary>What can be done about a ledger that does not hold.</summary>
public enum RepairResult
{
    NothingToRepair = 0,

    /// <summary>The entries are sound: a person may confirm the repair.</summary>
    HeadCanBeRestored = 1,

    /// <summary>An entry was changed, removed or added: no further entry heals that, a backup or an export has to
    /// say what is true.</summary>
    ChainIsBroken = 2,
}
