using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>A step as the pipeline wants it: what is asked on every request is worked out once.</summary>
internal sealed class PlannedStep
{
    private readonly HashSet<string>? _filter;

    public PlannedStep(Step step, bool isBulk)
    {
        Step = step;
        IsBulk = isBulk;
        _filter = step.FilteringColumns.Count == 0 ? null : new HashSet<string>(step.FilteringColumns);
        foreach (StepImage image in step.Images)
        {
            HasPreImage |= image.Type != ImageType.PostImage;
            HasPostImage |= image.Type != ImageType.PreImage;
        }
    }

    public Step Step { get; }

    /// <summary>Registered on CreateMultiple or UpdateMultiple: runs once for all rows.</summary>
    public bool IsBulk { get; }

    public bool HasPreImage { get; }

    public bool HasPostImage { get; }

    /// <summary>Looks at Target as it is now, with what earlier steps have added.</summary>
    public bool Wants(Entity? target)
    {
        if (_filter is null || target is null)
        {
            return true;
        }

        foreach (KeyValuePair<string, object> attribute in target.Attributes)
        {
            if (_filter.Contains(attribute.Key))
            {
                return true;
            }
        }

        return false;
    }
}
