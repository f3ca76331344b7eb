using System;
using Dataverse.Local.Limits;
using Dataverse.Local.Tests.Http;

namespace Dataverse.Local.Tests.Limits;

public class WebThrottleTests
{
    private const string Burst = "x-ms-ratelimit-burst-remaining-xrm-requests";
    private const string Time = "x-ms-ratelimit-time-remaining-xrm-requests";

    [Fact]
    public void Every_answer_tells_what_is_left()
    {
        using ServedEnvironment served = new(options: null, new ServiceProtection());

        ServedEnvironment.Answer first = served.Send("GET", "WhoAmI");
        ServedEnvironment.Answer second = served.Send("GET", "nonsense");

        Assert.Equal(("5999", "1,200.00"), (first.Headers[Burst], first.Headers[Time]));
        Assert.Equal("5998", second.Headers[Burst]);
    }

    [Fact]
    public void A_web_request_counts_once_for_the_user_whom_it_names()
    {
        using ServedEnvironment served = new(options: null, new ServiceProtection());
        Guid user = served.Environment.Dataverse.AddUser("Other", "System Administrator");
        served.Service.Create(new("account") { ["name"] = "A" });

        const string Expanded = "accounts?$select=name&$expand=primarycontactid($select=fullname)";
        ServedEnvironment.Answer named = served.Send("GET", Expanded, null, $"CallerObjectId: {user}");
        ServedEnvironment.Answer own = served.Send("GET", Expanded);

        Assert.Equal("5999", named.Headers[Burst]);
        Assert.Equal("5998", own.Headers[Burst]);
    }

    [Fact]
    public void Too_many_requests_are_429_with_whole_seconds_to_wait()
    {
        using ServedEnvironment served = new(options: null, new ServiceProtection { Requests = 1 });
        served.Send("GET", "WhoAmI");
        served.Environment.Clock.Advance(TimeSpan.FromSeconds(99.5));

        ServedEnvironment.Answer refused = served.Send("GET", "WhoAmI");

        Assert.Equal(429, refused.Status);
        Assert.Equal("0x80072322", refused.ErrorCode);
        Assert.Equal("Number of requests exceeded the limit of 1 over time window of 300 seconds.",
            refused.ErrorMessage);
        Assert.Equal("201", refused.Headers["Retry-After"]);
        Assert.Equal("0", refused.Headers[Burst]);
    }

    [Fact]
    public void Without_service_protection_there_are_no_such_headers()
    {
        using ServedEnvironment served = new();

        ServedEnvironment.Answer answer = served.Send("GET", "WhoAmI");

        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain(Burst, answer.Headers.Keys);
        Assert.DoesNotContain(Time, answer.Headers.Keys);
    }
}
