namespace CrmExtensions.Cli.Solution;

/// <summary>Something wrong with the solution: in which file, what, and what to do about it.</summary>
internal sealed record Finding(string Place, string Problem, string Remedy)
{
    public override string ToString() => $"{Place}: {Problem}. {Remedy}.";
}
