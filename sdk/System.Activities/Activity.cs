namespace System.Activities;

public abstract class Activity
{
    private readonly object defining = new();
    private string? displayName;
    private ActivityDefinition? definition;

    /// <summary>The type's name unless set; never null.</summary>
    public string DisplayName
    {
        get => displayName ?? NameOf(GetType());
        set => displayName = value ?? string.Empty;
    }

    /// <summary>Null before the first run. "1" from then on: whatever runs here is the root.</summary>
    public string? Id => definition is null ? null : "1";

    /// <summary>Body of a composed activity. It loads, so that it can be refused by name; it is not run.</summary>
    protected virtual Func<Activity>? Implementation { get; set; }

    public override string ToString() => $"{Id}: {DisplayName}";

    internal ActivityDefinition Define()
    {
        lock (defining)
        {
            return definition ??= Describe();
        }
    }

    internal virtual ActivityDefinition Describe() => throw NotRun("it is composed of other activities");

    internal virtual void Run(CodeActivityContext context) => throw NotRun("it is composed of other activities");

    private protected NotSupportedException NotRun(string reason) => new(
        $"Activity '{GetType().FullName}' is not run here: {reason}. " +
        "Only code activities are run; derive it from System.Activities.CodeActivity.");

    private static string NameOf(Type type)
    {
        if (!type.IsGenericType)
        {
            return type.Name;
        }

        string arguments = string.Join(",", Array.ConvertAll(type.GetGenericArguments(), NameOf));
        return $"{type.Name[..type.Name.IndexOf('`')]}<{arguments}>";
    }
}
