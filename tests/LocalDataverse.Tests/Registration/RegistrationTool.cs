using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Tests.Import;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Registration;

/// <summary>Does what the Plugin Registration Tool does: looks messages up, creates rows.</summary>
internal sealed class RegistrationTool
{
    private readonly IOrganizationService _service;

    public RegistrationTool(IOrganizationService service) => _service = service;

    public Guid CreateAssembly(string version = "1.0.0.0") => _service.Create(new Entity("pluginassembly")
    {
        ["name"] = "Acme.Plugins",
        ["content"] = Convert.ToBase64String(PluginDll.Build(version)),
        ["sourcetype"] = new OptionSetValue(0),
        ["isolationmode"] = new OptionSetValue(2),
    });

    public Guid CreateType(Guid assembly, string name) => _service.Create(new Entity("plugintype")
    {
        ["typename"] = name,
        ["name"] = name,
        ["friendlyname"] = Guid.NewGuid().ToString(),
        ["pluginassemblyid"] = new EntityReference("pluginassembly", assembly),
    });

    public Guid CreateStep(Guid type, string message, string table, Stage stage, int mode = 0) =>
        _service.Create(new Entity("sdkmessageprocessingstep")
        {
            ["name"] = $"{type}: {message} of {table}",
            ["sdkmessageid"] = new EntityReference("sdkmessage", MessageId(message)),
            ["sdkmessagefilterid"] = new EntityReference("sdkmessagefilter", FilterId(message, table)),
            ["plugintypeid"] = new EntityReference("plugintype", type),
            ["stage"] = new OptionSetValue((int)stage),
            ["mode"] = new OptionSetValue(mode),
            ["rank"] = 1,
            ["supporteddeployment"] = new OptionSetValue(0),
        });

    public Guid CreateImage(Guid step, string alias, string columns) =>
        _service.Create(new Entity("sdkmessageprocessingstepimage")
        {
            ["name"] = alias,
            ["entityalias"] = alias,
            ["imagetype"] = new OptionSetValue(0),
            ["messagepropertyname"] = "Target",
            ["attributes"] = columns,
            ["sdkmessageprocessingstepid"] = new EntityReference("sdkmessageprocessingstep", step),
        });

    public Guid MessageId(string message)
    {
        QueryByAttribute query = new("sdkmessage") { ColumnSet = new ColumnSet("name") };
        query.AddAttributeValue("name", message);
        return _service.RetrieveMultiple(query).Entities.Single().Id;
    }

    public Guid FilterId(string message, string table)
    {
        QueryExpression query = new("sdkmessagefilter") { ColumnSet = new ColumnSet("primaryobjecttypecode") };
        query.Criteria.AddCondition("primaryobjecttypecode", ConditionOperator.Equal, table);
        LinkEntity link = query.AddLink("sdkmessage", "sdkmessageid", "sdkmessageid");
        link.LinkCriteria.AddCondition("name", ConditionOperator.Equal, message);
        return _service.RetrieveMultiple(query).Entities.Single().Id;
    }
}
