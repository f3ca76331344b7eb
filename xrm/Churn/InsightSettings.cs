using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Xrm.Churn;

/// <summary>How customers are assessed here.</summary>
internal sealed class InsightSettings
{
    public ChurnSettings Churn { get; init; } = new();

    public WinBackSettings WinBack { get; init; } = new();

    public CategorySettings Category { get; init; } = new();

    public SegmentThresholds Segments { get; init; } = new();

    /// <summary>Null: quintiles of all customers.</summary>
    public RfmThresholds? Rfm { get; init; }

    /// <summary>Counts changes; 0 where nobody has changed anything.</summary>
    public int Version { get; init; }

    /// <summary>Nobody is assessed.</summary>
    public bool IsPaused { get; init; }

    public bool AreSound => Churn.AreSound && WinBack.AreSound && Category.AreSound && Segments.AreInOrder;
}
