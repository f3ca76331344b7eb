using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// Platform logic of one table inside the main operation: what Dynamics itself does to an order line or a price.
/// Runs within the transaction and within every message that writes rows, bulk messages included.
/// </summary>
internal abstract class TableRule
{
    /// <summary>Logical name of the table it belongs to.</summary>
    public abstract string Table { get; }

    /// <summary>Before defaults and validation; may complete or refuse the row.</summary>
    public virtual void BeforeCreate(Operation operation, Entity row)
    {
    }

    /// <summary>The row is stored and has its id.</summary>
    public virtual void AfterCreate(Operation operation, Entity row)
    {
    }

    /// <summary>May add to <paramref name="changes"/> or refuse; <paramref name="before"/> holds all columns.</summary>
    public virtual void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
    }

    /// <summary>The changes are stored; <paramref name="before"/> still holds the old values.</summary>
    public virtual void AfterUpdate(Operation operation, Entity changes, Entity before)
    {
    }

    /// <summary>Before cascades; may refuse.</summary>
    public virtual void BeforeDelete(Operation operation, Entity before)
    {
    }

    /// <summary>The row is gone; <paramref name="before"/> holds its last values.</summary>
    public virtual void AfterDelete(Operation operation, Entity before)
    {
    }
}
