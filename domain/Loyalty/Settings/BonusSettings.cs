using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>Points for events without a purchase; 0 to 1,000,000 each, 0 (the default) switches an event off.</summary>
public sealed class BonusSettings
{
    public const int Most = 1_000_000;

    public int Birthday { get; init; }

    public int Anniversary { get; init; }

    public int Welcome { get; init; }

    public int Survey { get; init; }

    public int Review { get; init; }

    public int Referrer { get; init; }

    public int Referee { get; init; }

    public ProgrammeFault Check() =>
        new[] { Birthday, Anniversary, Welcome, Survey, Review, Referrer, Referee }
            .All(points => points is >= 0 and <= Most)
            ? ProgrammeFault.None
            : ProgrammeFault.BonusPointsMustBeFrom0To1000000;
}
