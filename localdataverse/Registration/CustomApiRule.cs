using System;
using System.Linq;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Registration;

/// <summary>A row of customapi is a message of one's own from the next request after the commit on.</summary>
internal sealed class CustomApiRule : TableRule
{
    private static readonly string[] Fixed =
    [
        "uniquename", "bindingtype", "boundentitylogicalname", "isfunction", "allowedcustomprocessingsteptype",
        "workflowsdkstepenabled",
    ];

    public override string Table => CustomApiRows.TableName;

    public override void BeforeCreate(Operation operation, Entity row)
    {
        string name = row.GetAttributeValue<string>("uniquename")
            ?? throw Fault.Because(ErrorCodes.InvalidArgument, "A custom API needs 'uniquename', the message's name.");
        if (operation.Registry.FindCustomApi(name) is not null || operation.Engine.Handlers.Messages.Contains(name))
        {
            throw Fault.Because(ErrorCodes.DuplicateRecord, $"There is a message '{name}' already.");
        }

        row["ismanaged"] = false;
    }

    public override void AfterCreate(Operation operation, Entity row) => Reload(operation, row.Id);

    public override void BeforeUpdate(Operation operation, Entity changes, Entity before)
    {
        ManagedRows.RefuseUpdate(operation, before);
        string? changed = Fixed.FirstOrDefault(column => changes.Attributes.ContainsKey(column)
            && !Equals(changes[column], before.Attributes.TryGetValue(column, out object? value) ? value : null));
        if (changed is not null)
        {
            throw Fault.Because(ErrorCodes.InvalidArgument,
                $"'{changed}' of a custom API cannot change after it was created. Delete it and create another one.");
        }
    }

    public override void AfterUpdate(Operation operation, Entity changes, Entity before) =>
        Reload(operation, before.Id);

    public override void BeforeDelete(Operation operation, Entity before) => ManagedRows.RefuseDelete(before);

    public override void AfterDelete(Operation operation, Entity before)
    {
        Registry registry = operation.Registry;
        operation.Unit.AfterCommit(() => registry.RemoveCustomApi(before.Id));
    }

    internal static void Reload(Operation operation, Guid id)
    {
        Entity? row = operation.Session.Find(operation.Tables.Get(CustomApiRows.TableName), id, new ColumnSet(true));
        if (row is null)
        {
            return;
        }

        CustomApi api = CustomApiRows.Read(operation.Session, row);
        Registry registry = operation.Registry;
        operation.Unit.AfterCommit(() => registry.Add(api));
    }
}
