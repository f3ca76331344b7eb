using System;
using System.Activities;
using System.Diagnostics;
using System.ServiceModel;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;

namespace Sdk.Tests;

/// <summary>.NET does not mind a wrong token at run time, Dataverse does: so it is asserted.</summary>
public sealed class AssemblyIdentityTests
{
    private const string Microsoft = "Culture=neutral, PublicKeyToken=31bf3856ad364e35";

    [Fact]
    public void The_sdk_carries_the_official_identity()
    {
        Assert.Equal("Microsoft.Xrm.Sdk, Version=9.0.0.0, " + Microsoft, typeof(Entity).Assembly.FullName);
    }

    [Fact]
    public void The_proxy_carries_the_official_identity()
    {
        Assert.Equal("Microsoft.Crm.Sdk.Proxy, Version=9.0.0.0, " + Microsoft, typeof(WhoAmIRequest).Assembly.FullName);
    }

    [Fact]
    public void The_workflow_sdk_carries_the_official_identity()
    {
        Assert.Equal(
            "Microsoft.Xrm.Sdk.Workflow, Version=9.0.0.0, " + Microsoft,
            typeof(IWorkflowContext).Assembly.FullName);
    }

    [Fact]
    public void Activities_carry_the_identity_of_the_framework_assembly()
    {
        Assert.Equal("System.Activities, Version=4.0.0.0, " + Microsoft, typeof(CodeActivity).Assembly.FullName);
    }

    [Fact]
    public void A_fault_is_found_under_the_identity_of_the_framework_assembly()
    {
        var fault = Type.GetType(
            "System.ServiceModel.FaultException, System.ServiceModel, "
            + "Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089");
        Assert.Equal(typeof(FaultException), fault);
    }

    [Theory]
    [InlineData(typeof(Entity))]
    [InlineData(typeof(WhoAmIRequest))]
    [InlineData(typeof(IWorkflowContext))]
    public void The_file_version_tells_whether_the_contracts_or_the_official_assemblies_are_loaded(Type type)
    {
        if (BuildFacts.UsesPackages)
            return; // what a package puts into its files is the publisher's affair
        var isOurs = FileVersionInfo.GetVersionInfo(type.Assembly.Location).FileVersion == "1.0.0.0";
        Assert.Equal(!BuildFacts.RunsOnOfficialFiles, isOurs);
    }
}
