namespace Dataverse.Local.Metadata;

/// <summary>One option of a choice. <see cref="State"/> is set on status reasons (the state they belong to),
/// <see cref="DefaultStatus"/> and <see cref="InvariantName"/> on states.</summary>
public sealed class Choice
{
    public Choice(int value, LocalizedText labels)
    {
        Value = value;
        Labels = labels;
    }

    public int Value { get; }

    public LocalizedText Labels { get; }

    public int? State { get; init; }

    public int? DefaultStatus { get; init; }

    public string? InvariantName { get; init; }

    public string? Color { get; init; }
}
