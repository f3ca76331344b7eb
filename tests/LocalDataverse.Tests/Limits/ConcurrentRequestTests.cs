using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using Dataverse.Local.Limits;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Tests.Limits;

public class ConcurrentRequestTests
{
    private const int ConcurrentExceeded = -2147015898;

    [Fact]
    public void Fifty_two_requests_at_once_pass_and_the_next_one_is_refused_at_once()
    {
        using TestEnvironment environment = Protected(new ServiceProtection());

        OrganizationServiceFault refused = Assert.Single(FaultsOf(environment, 52));

        Assert.Equal(ConcurrentExceeded, refused.ErrorCode);
        Assert.Equal("Number of concurrent requests exceeded the limit of 52.", refused.Message);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.ErrorDetails["Retry-After"]);
        environment.Service.Execute(new WhoAmIRequest());
    }

    [Fact]
    public void One_request_less_passes() => Assert.Empty(FaultsOf(Protected(new ServiceProtection()), 51));

    [Fact]
    public void Switched_off_any_number_passes() =>
        Assert.Empty(FaultsOf(Protected(new ServiceProtection { Concurrent = null }), 53));

    private static TestEnvironment Protected(ServiceProtection protection) => new(clock => new LocalDataverseOptions
    {
        Clock = clock,
        Limits = new PlatformLimits { ServiceProtection = protection },
    });

    /// <summary>
    /// One plugin holds the environment while all others wait for it; once they are counted, one more asks.
    /// </summary>
    private static List<OrganizationServiceFault> FaultsOf(TestEnvironment environment, int atOnce)
    {
        using ManualResetEventSlim held = new();
        using ManualResetEventSlim go = new();
        using SharedClock clock = new(_ =>
        {
            held.Set();
            go.Wait();
        });
        environment.On("Create", "account", Stage.PostOperation, "Wait", clock.Key + " wait:1");
        Task<OrganizationServiceFault?>[] tasks = new Task<OrganizationServiceFault?>[atOnce];
        tasks[0] = OnThread(() => environment.CreateAccount());
        held.Wait();
        for (int i = 1; i < atOnce; i++)
        {
            tasks[i] = OnThread(() => environment.Service.Execute(new WhoAmIRequest()));
        }

        int most = environment.Dataverse.Engine.Options.Limits.ServiceProtection!.Requests!.Value;
        SpinWait.SpinUntil(() => Left(environment) == most - atOnce);
        Task<OrganizationServiceFault?> last = OnThread(() => environment.Service.Execute(new WhoAmIRequest()));
        SpinWait.SpinUntil(() => last.IsCompleted || Left(environment) == most - atOnce - 1);
        go.Set();
        return [.. tasks.Append(last).Select(task => task.Result).OfType<OrganizationServiceFault>()];
    }

    private static int? Left(TestEnvironment environment) =>
        environment.Dataverse.Engine.Throttle!.Remaining(environment.Dataverse.AdministratorId).Requests;

    private static Task<OrganizationServiceFault?> OnThread(Action work) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                work();
                return null;
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                return fault.Detail;
            }
        },
        TaskCreationOptions.LongRunning);
}
