namespace CrmExtensions.Domain.Loyalty;

/// <summary>A line, counted from 1 with the header, and what is wrong with it.</summary>
public sealed class OpeningProblem
{
    public OpeningProblem(int line, OpeningFault fault)
    {
        Line = line;
        Fault = fault;
    }

    public int Line { get; }

    public OpeningFault Fault { get; }
}
