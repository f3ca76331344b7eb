using System.Collections.ObjectModel;

namespace System.Activities.Statements;

/// <summary>The root of most workflows drawn in a designer. It loads, so that it can be refused by name.</summary>
public sealed class Sequence : NativeActivity
{
    public Collection<Activity> Activities { get; } = [];

    protected override void Execute(NativeActivityContext context) => throw NotRun("a sequence schedules children");
}
