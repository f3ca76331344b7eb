using System;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace TestPlugins;

/// <summary>
/// Reads and writes the account of the contact that is being saved, or the account itself, as its configuration says:
/// words such as "read:fax write:telephone1".
/// </summary>
public sealed class RowScript : TestPlugin
{
    private readonly string[] _words;

    public RowScript(string configuration)
    {
        _words = configuration.Split(' ');
    }

    protected override void Run(PluginRun run)
    {
        EntityReference parent = run.Target.GetAttributeValue<EntityReference>("parentcustomerid");
        Guid id = parent == null ? run.Context.PrimaryEntityId : parent.Id;
        string version = null;
        foreach (string word in _words)
        {
            string[] parts = word.Split(':');
            string column = parts.Length > 1 ? parts[1] : null;
            version = Do(run, id, parts[0], column) ?? version;
            if (parts[0] == "match")
            {
                Match(run, id, column, version);
            }
        }
    }

    private static string Do(PluginRun run, Guid id, string verb, string column)
    {
        switch (verb)
        {
            case "read":
                return run.Service.Retrieve("account", id, new ColumnSet(column)).RowVersion;
            case "all":
                return run.Service.Retrieve("account", id, new ColumnSet(true)).RowVersion;
            case "id":
                Query(run, id, new ColumnSet(false));
                break;
            case "query":
                Query(run, id, new ColumnSet(column));
                break;
            case "link":
                Link(run, id, column);
                break;
            case "write":
                run.Service.Update(Changed(id, column));
                break;
            case "state":
                run.Service.Execute(new OrganizationRequest("SetState")
                {
                    ["EntityMoniker"] = new EntityReference("account", id),
                    ["State"] = new OptionSetValue(1),
                    ["Status"] = new OptionSetValue(-1),
                });
                break;
            case "target":
                run.Target[column] = "1";
                break;
            case "own":
                Guid own = run.Service.Create(new Entity("account") { ["name"] = "Own" });
                run.Service.Retrieve("account", own, new ColumnSet(true));
                run.Service.Update(Changed(own, column));
                break;
            case "delete":
                run.Service.Delete("account", id);
                break;
        }

        return null;
    }

    private static Entity Changed(Guid id, string column)
    {
        return new Entity("account", id) { [column] = id.ToString("N", CultureInfo.InvariantCulture) };
    }

    private static void Match(PluginRun run, Guid id, string column, string version)
    {
        Entity changed = Changed(id, column);
        changed.RowVersion = version;
        run.Service.Execute(new UpdateRequest
        {
            Target = changed,
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        });
    }

    private static void Query(PluginRun run, Guid id, ColumnSet columns)
    {
        QueryExpression query = new QueryExpression("account") { ColumnSet = columns };
        query.Criteria.AddCondition("accountid", ConditionOperator.Equal, id);
        run.Service.RetrieveMultiple(query);
    }

    private static void Link(PluginRun run, Guid id, string column)
    {
        QueryExpression query = new QueryExpression("contact") { ColumnSet = new ColumnSet(false) };
        LinkEntity link = query.AddLink("account", "parentcustomerid", "accountid");
        link.Columns = new ColumnSet(column);
        link.EntityAlias = "parent";
        link.LinkCriteria.AddCondition("accountid", ConditionOperator.Equal, id);
        EntityCollection rows = run.Service.RetrieveMultiple(query);
        foreach (Entity row in rows.Entities)
        {
            run.Tracing.Trace(string.Join(" ", row.Attributes.Keys));
        }
    }
}
