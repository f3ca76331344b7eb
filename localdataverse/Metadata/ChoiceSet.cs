using System.Collections.Generic;

namespace Dataverse.Local.Metadata;

/// <summary>The options of a choice column, in the order of the definition. A global set has a name of its own and is
/// shared by columns; a local one is named <c>table_column</c>. Booleans use it with the values 0 and 1.</summary>
public sealed class ChoiceSet
{
    private readonly Dictionary<int, Choice> _byValue = new();
    private readonly List<Choice> _options = new();

    public ChoiceSet(string name, IEnumerable<Choice> options)
    {
        Name = name;
        foreach (Choice option in options) Put(option);
    }

    public string Name { get; }

    public bool IsGlobal { get; init; }

    public LocalizedText Labels { get; init; } = new();

    public IReadOnlyList<Choice> Options => _options;

    public Choice? Find(int value) => _byValue.GetValueOrDefault(value);

    public bool Has(int value) => _byValue.ContainsKey(value);

    /// <summary>Rows keep the value; it has no label any more.</summary>
    internal void Remove(int value)
    {
        if (_byValue.Remove(value, out Choice? known)) _options.Remove(known);
    }

    /// <summary>Adds the option, or replaces the one of the same value where it stands.</summary>
    public void Put(Choice option)
    {
        if (_byValue.TryGetValue(option.Value, out Choice? known)) _options[_options.IndexOf(known)] = option;
        else _options.Add(option);
        _byValue[option.Value] = option;
    }
}
