using System;
using System.ServiceModel;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace TestPlugins;

/// <summary>Reads a row that is not there and goes on; configured "again", it makes one more request.</summary>
public sealed class SwallowFault : TestPlugin
{
    private readonly bool _again;

    public SwallowFault(string configuration)
    {
        _again = configuration == "again";
    }

    protected override void Run(PluginRun run)
    {
        Try(run);
        if (_again)
        {
            Try(run);
        }
    }

    private static void Try(PluginRun run)
    {
        try
        {
            run.Service.Retrieve(
                "account",
                new Guid("99999999-0000-0000-0000-000000000000"),
                new ColumnSet("name"));
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            run.Tracing.Trace("swallowed " + fault.Detail.ErrorCode + " " + fault.Message);
        }
    }
}
