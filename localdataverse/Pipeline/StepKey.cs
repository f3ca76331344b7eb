namespace Dataverse.Local.Pipeline;

/// <summary>Table is empty for messages without one.</summary>
internal readonly record struct StepKey(string Message, string Table);
