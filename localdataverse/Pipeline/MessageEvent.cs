using System;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Pipeline;

/// <summary>
/// What the steps of one message see. A request is one event, and a bulk request is one more for every row in it,
/// so that steps on Create run for the rows of a CreateMultiple.
/// </summary>
internal sealed class MessageEvent
{
    private ParameterCollection? _output;
    private ParameterCollection? _shared;
    private ParameterCollection? _early;

    public MessageEvent(string message, string table, ParameterCollection input)
    {
        Message = message;
        Table = table;
        Input = input;
    }

    public string Message { get; }

    /// <summary>Logical name; empty for messages without a table.</summary>
    public string Table { get; }

    public ParameterCollection Input { get; }

    /// <summary>The row named by the request; empty before a created row has its id.</summary>
    public Guid RowId { get; set; }

    /// <summary>Results of the message, which steps of stage 40 may change.</summary>
    public ParameterCollection Output
    {
        get => _output ??= new ParameterCollection();
        set => _output = value;
    }

    /// <summary>Of stages 20 and 40.</summary>
    public ParameterCollection SharedVariables => _shared ??= new ParameterCollection();

    /// <summary>Of stage 10, which later stages reach through the parent context.</summary>
    public ParameterCollection EarlyVariables => _early ??= new ParameterCollection();

    /// <summary>The row as the request brings it, if it does.</summary>
    public Entity? Target => Input.TryGetValue("Target", out object? value) ? value as Entity : null;

    /// <summary>Snapshot with all columns, taken only when a step has a pre-image.</summary>
    public Entity? Before { get; set; }

    /// <summary>Snapshot with all columns, taken only when a step has a post-image.</summary>
    public Entity? After { get; set; }

    /// <summary>A copy that later changes do not reach, for a job that runs after the request.</summary>
    public MessageEvent Snapshot()
    {
        MessageEvent copy = new(Message, Table, Copies.Of(Input))
        {
            RowId = RowId,
            Output = Copies.Of(Output),
            Before = Before,
            After = After,
        };
        copy.SharedVariables.AddRange(Copies.Of(SharedVariables));
        copy.EarlyVariables.AddRange(Copies.Of(EarlyVariables));
        return copy;
    }
}
