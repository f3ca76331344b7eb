using System.Activities.Hosting;
using System.Collections.Generic;
using System.Diagnostics;

namespace System.Activities;

/// <summary>
/// Runs one code activity on the caller's thread. An exception of the activity reaches the caller as it was thrown.
/// </summary>
public sealed class WorkflowInvoker
{
    private readonly Activity workflow;

    public WorkflowInvoker(Activity workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        this.workflow = workflow;
    }

    public WorkflowInstanceExtensionManager Extensions { get; } = new();

    public static IDictionary<string, object> Invoke(Activity workflow) =>
        new WorkflowInvoker(workflow).Invoke();

    public static IDictionary<string, object> Invoke(Activity workflow, TimeSpan timeout) =>
        new WorkflowInvoker(workflow).Invoke(timeout);

    public static IDictionary<string, object> Invoke(Activity workflow, IDictionary<string, object> inputs) =>
        new WorkflowInvoker(workflow).Invoke(inputs);

    public static IDictionary<string, object> Invoke(
        Activity workflow, IDictionary<string, object> inputs, TimeSpan timeout) =>
        new WorkflowInvoker(workflow).Invoke(inputs, timeout);

    public static TResult Invoke<TResult>(Activity<TResult> workflow) =>
        Invoke(workflow, new Dictionary<string, object>());

    public static TResult Invoke<TResult>(Activity<TResult> workflow, IDictionary<string, object> inputs) =>
        Invoke(workflow, inputs, TimeSpan.MaxValue);

    public static TResult Invoke<TResult>(
        Activity<TResult> workflow, IDictionary<string, object> inputs, TimeSpan timeout) =>
        Invoke(workflow, inputs, out _, timeout);

    /// <param name="additionalOutputs">Every output but the result.</param>
    public static TResult Invoke<TResult>(
        Activity<TResult> workflow,
        IDictionary<string, object> inputs,
        out IDictionary<string, object> additionalOutputs,
        TimeSpan timeout)
    {
        additionalOutputs = new WorkflowInvoker(workflow).Invoke(inputs, timeout);
        var result = (TResult)additionalOutputs[Argument.ResultValue];
        additionalOutputs.Remove(Argument.ResultValue);
        return result;
    }

    public IDictionary<string, object> Invoke() => Invoke(new Dictionary<string, object>());

    public IDictionary<string, object> Invoke(TimeSpan timeout) =>
        Invoke(new Dictionary<string, object>(), timeout);

    public IDictionary<string, object> Invoke(IDictionary<string, object> inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new ActivityRun(workflow.Define(), Extensions.Sources).Execute(inputs);
    }

    /// <summary>A code activity cannot be interrupted: the time is compared when it returns.</summary>
    public IDictionary<string, object> Invoke(IDictionary<string, object> inputs, TimeSpan timeout)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(timeout, TimeSpan.Zero);
        var watch = Stopwatch.StartNew();
        IDictionary<string, object> outputs = Invoke(inputs);
        return watch.Elapsed <= timeout
            ? outputs
            : throw new TimeoutException($"The operation did not complete within the allotted timeout of {timeout}.");
    }
}
