namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// Which events a merge raises besides Merge itself: public sources do not say, so a solution that is right works with
/// each setting.
/// </summary>
public sealed class MergeOptions
{
    /// <summary>
    /// The master takes its new values, and the subordinate becomes inactive, by Updates that run their steps. Default
    /// true; false: both are written silently.
    /// </summary>
    public bool RaiseUpdate { get; init; } = true;

    /// <summary>
    /// Rows that pointed to the subordinate are given to the master by Updates that run their steps. Default false:
    /// silently.
    /// </summary>
    public bool RaiseUpdateOnChildren { get; init; }
}
