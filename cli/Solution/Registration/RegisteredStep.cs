using System.Collections.Generic;

namespace CrmExtensions.Cli.Solution.Registration;

/// <summary>A <c>[Step]</c> as the assembly declares it; stage and mode in the platform's numbers.</summary>
internal sealed record RegisteredStep(string Message, string Table, int Stage)
{
    public int Mode { get; init; }
    public int Rank { get; init; } = 1;
    public string Description { get; init; } = "";
    public IReadOnlyList<string> OnChangeOf { get; init; } = [];
    public IReadOnlyList<string> PreImage { get; init; } = [];
    public IReadOnlyList<string> PostImage { get; init; } = [];

    public bool IsAsynchronous => Mode == 1;

    public string StageName => Stage switch
    {
        10 => "PreValidation",
        20 => "PreOperation",
        40 => "PostOperation",
        _ => Stage.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
