using System;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Dataverse.Local.Tests.Limits;

public class ServiceProtectionTests
{
    private const int RequestsExceeded = -2147015902;
    private const int TimeExceeded = -2147015903;

    [Fact]
    public void Six_thousand_requests_in_five_minutes_pass_and_the_next_one_is_refused()
    {
        using TestEnvironment environment = Protected(new ServiceProtection());
        Ask(environment.Service, 6000);

        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => Ask(environment.Service, 1));

        Assert.Equal(RequestsExceeded, fault.ErrorCode);
        Assert.Equal(
            "Number of requests exceeded the limit of 6000 over time window of 300 seconds.", fault.Message);
        Assert.Equal(TimeSpan.FromSeconds(300), fault.ErrorDetails["Retry-After"]);
    }

    [Fact]
    public void Without_service_protection_nobody_counts()
    {
        using TestEnvironment environment = new();

        Ask(environment.Service, 6100);
    }

    [Fact]
    public void Who_waits_as_long_as_he_is_told_is_let_in()
    {
        using TestEnvironment environment = Protected(new ServiceProtection { Requests = 2 });
        Ask(environment.Service, 1);
        environment.Clock.Advance(TimeSpan.FromSeconds(100));
        Ask(environment.Service, 1);
        environment.Clock.Advance(TimeSpan.FromSeconds(50));
        TimeSpan wait = RetryAfter(environment.Service);

        Assert.Equal(TimeSpan.FromSeconds(150), wait);
        environment.Clock.Advance(wait - TimeSpan.FromTicks(1));
        Assert.Equal(TimeSpan.FromTicks(1), RetryAfter(environment.Service));
        environment.Clock.Advance(TimeSpan.FromTicks(1));
        Ask(environment.Service, 1);
        Assert.Equal(TimeSpan.FromSeconds(100), RetryAfter(environment.Service));
    }

    [Fact]
    public void Each_user_is_counted_by_himself()
    {
        using TestEnvironment environment = Protected(new ServiceProtection { Requests = 1 });
        Guid other = environment.Dataverse.AddUser("Other", "System Administrator");
        Ask(environment.Service, 1);

        Ask(environment.Dataverse.Connect(other), 1);

        Assert.Equal(RequestsExceeded, TestEnvironment.FaultOf(() => Ask(environment.Service, 1)).ErrorCode);
    }

    [Fact]
    public void An_impersonated_request_is_the_impersonators()
    {
        using TestEnvironment environment = Protected(new ServiceProtection { Requests = 1 });
        Guid other = environment.Dataverse.AddUser("Other", "System Administrator");
        Ask(environment.Dataverse.ConnectOnBehalf(other, environment.Dataverse.AdministratorId), 1);

        Ask(environment.Dataverse.Connect(other), 1);

        Assert.Equal(RequestsExceeded, TestEnvironment.FaultOf(() => Ask(environment.Service, 1)).ErrorCode);
    }

    [Fact]
    public void Requests_of_plugins_jobs_and_batches_do_not_count()
    {
        using TestEnvironment environment = Protected(new ServiceProtection { Requests = 3 });
        environment.On("Create", "account", Stage.PostOperation, "CreateTask");
        environment.Later("Create", "account", "CreateTask");

        environment.CreateAccount();
        environment.Dataverse.RunAsyncJobs();
        ExecuteMultipleRequest batch = new()
        {
            Requests = new OrganizationRequestCollection(),
            Settings = new ExecuteMultipleSettings(),
        };
        batch.Requests.AddRange(new WhoAmIRequest(), new WhoAmIRequest(), new WhoAmIRequest());
        environment.Service.Execute(batch);

        Assert.Equal(2, environment.Count("task"));
        Assert.Equal(RequestsExceeded, TestEnvironment.FaultOf(() => Ask(environment.Service, 1)).ErrorCode);
    }

    [Fact]
    public void The_time_of_plugins_counts_and_twenty_minutes_of_it_are_the_most()
    {
        using TestEnvironment environment = Protected(new ServiceProtection { Window = Minutes(60) });
        using SharedClock clock = new(environment.Clock);
        environment.On("Create", "account", Stage.PostOperation, "Wait", clock.Key + " wait:120");
        for (int i = 0; i < 10; i++)
        {
            environment.CreateAccount();
        }

        environment.CreateAccount();
        OrganizationServiceFault fault = TestEnvironment.FaultOf(() => environment.CreateAccount());

        Assert.Equal(TimeExceeded, fault.ErrorCode);
        Assert.Equal(
            "Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of "
                + "3600 seconds. Decrease number of concurrent requests or reduce the duration of requests and try "
                + "again later.",
            fault.Message);
        Assert.Equal(Minutes(60 - 22 + 2), fault.ErrorDetails["Retry-After"]);
    }

    private static TestEnvironment Protected(ServiceProtection protection) => new(clock => new LocalDataverseOptions
    {
        Clock = clock,
        Limits = new PlatformLimits { ServiceProtection = protection },
    });

    private static TimeSpan Minutes(int minutes) => TimeSpan.FromMinutes(minutes);

    private static void Ask(IOrganizationService service, int times)
    {
        for (int i = 0; i < times; i++)
        {
            service.Execute(new WhoAmIRequest());
        }
    }

    private static TimeSpan RetryAfter(IOrganizationService service) =>
        (TimeSpan)TestEnvironment.FaultOf(() => Ask(service, 1)).ErrorDetails["Retry-After"];
}
