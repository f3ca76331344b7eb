using System;

namespace CrmExtensions.Cli.Simulation;

/// <summary>
/// The ground truth about one customer, for checking what a model finds. Cancelled orders are no part of it.
/// </summary>
/// <param name="RhythmDays">Mean days between orders of a loyal customer, and of a fading one before the turn; else
/// 0.</param>
/// <param name="TurnedOn">From here on a fading customer orders ever more rarely; null for the others.</param>
/// <param name="SeasonMonth">First of the two months (1 to 12) in which a seasonal customer orders; else 0.</param>
internal sealed record PlantedBehaviour(
    Segment Segment, int RhythmDays = 0, DateTime? TurnedOn = null, int SeasonMonth = 0);
