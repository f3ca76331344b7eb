using System;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Xrm.Churn;

/// <summary>The model run by which customers are assessed.</summary>
internal sealed class ActiveModel
{
    public ActiveModel(Guid id, ModelRun run, RfmThresholds? rfm)
    {
        Id = id;
        Run = run;
        Rfm = rfm;
    }

    public Guid Id { get; }

    public ModelRun Run { get; }

    /// <summary>Quintiles of its customers; null without any.</summary>
    public RfmThresholds? Rfm { get; }
}
