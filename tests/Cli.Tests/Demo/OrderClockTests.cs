using CrmExtensions.Cli.Demo;

namespace CrmExtensions.Cli.Tests.Demo;

public sealed class OrderClockTests
{
    private static readonly DateTime Start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Time_never_runs_backwards()
    {
        OrderClock clock = new(Start);

        clock.AdvanceTo(Start.AddDays(2));
        clock.AdvanceTo(Start.AddDays(1));

        Assert.Equal(Start.AddDays(2), clock.GetUtcNow().UtcDateTime);
    }

    [Fact]
    public void A_followed_clock_counts_once_it_is_ahead()
    {
        OrderClock clock = new(Start);
        OrderClock other = new(Start.AddDays(-1));

        clock.Follow(other);
        Assert.Equal(Start, clock.GetUtcNow().UtcDateTime);

        other.AdvanceTo(Start.AddDays(3));
        Assert.Equal(Start.AddDays(3), clock.GetUtcNow().UtcDateTime);
    }
}
