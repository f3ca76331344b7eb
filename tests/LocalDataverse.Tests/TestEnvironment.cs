using System;
using System.Collections.Generic;
using System.IO;
using System.ServiceModel;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests;

/// <summary>An environment in memory with the test plugins and a clock that stands still.</summary>
internal sealed class TestEnvironment : IDisposable
{
    public TestEnvironment(string? path = null)
        : this(clock => new LocalDataverseOptions { Clock = clock, Path = path })
    {
    }

    public TestEnvironment(Func<ManualClock, LocalDataverseOptions> options)
    {
        Clock = new ManualClock();
        Dataverse = LocalDataverse.Open(options(Clock));
        Dataverse.RegisterAssembly(PluginBytes);
        Service = Dataverse.Connect();
    }

    public static byte[] PluginBytes =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "plugins", "LocalDataverse.Tests.Plugins.dll"));

    public ManualClock Clock { get; }

    public LocalDataverse Dataverse { get; }

    public IOrganizationService Service { get; }

    public Step On(string message, string table, Stage stage, string plugin, string? configuration = null) =>
        Dataverse.RegisterStep(new Step
        {
            PluginType = "TestPlugins." + plugin,
            Message = message,
            Table = table,
            Stage = stage,
            Configuration = configuration,
        });

    /// <summary>An asynchronous step; its id makes it known again when a file is reopened.</summary>
    public Step Later(string message, string table, string plugin, string? configuration = null, Guid? id = null) =>
        Dataverse.RegisterStep(new Step
        {
            Id = id ?? Guid.NewGuid(),
            PluginType = "TestPlugins." + plugin,
            Message = message,
            Table = table,
            Stage = Stage.PostOperation,
            Mode = StepMode.Asynchronous,
            Configuration = configuration,
        });

    /// <summary>All system jobs with all columns, oldest first.</summary>
    public IReadOnlyList<Entity> Jobs()
    {
        QueryExpression query = new("asyncoperation") { ColumnSet = new ColumnSet(true) };
        query.AddOrder("sequence", OrderType.Ascending);
        return Service.RetrieveMultiple(query).Entities;
    }

    public static int StatusOf(Entity row) => row.GetAttributeValue<OptionSetValue>("statuscode").Value;

    public Guid CreateAccount(string name = "Contoso") => Service.Create(new Entity("account") { ["name"] = name });

    public Entity Account(Guid id) => Service.Retrieve("account", id, new ColumnSet(true));

    public int Count(string table) =>
        Service.RetrieveMultiple(new QueryExpression(table) { ColumnSet = new ColumnSet(false) }).Entities.Count;

    /// <summary>The text of a trace with the plugins' own lines.</summary>
    public string Traced(Action work) => Dataverse.Trace(work).Render(withLines: true);

    public static OrganizationServiceFault FaultOf(Action work) =>
        Assert.Throws<FaultException<OrganizationServiceFault>>(work).Detail;

    public void Dispose() => Dataverse.Dispose();
}
