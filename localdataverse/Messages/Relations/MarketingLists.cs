using System;
using System.Linq;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Messages.Relations;

/// <summary>
/// Members of static marketing lists. The tables list and listmember come with an app: an environment without them
/// refuses the messages by the table's name. The caller needs the rights to read a list and to append to it.
/// </summary>
internal sealed class MarketingLists
{
    private const string ListTable = "list", MemberTable = "listmember";
    private const string ListColumn = "listid", EntityColumn = "entityid";

    private readonly Operation _operation;
    private readonly Guid _list;

    public MarketingLists(OrganizationRequest request, Operation operation)
    {
        _operation = operation;
        _list = request.Required<Guid>("ListId");
        Table lists = operation.Tables.Get(ListTable);
        if (!operation.Session.Exists(lists, _list))
        {
            throw RowWriter.NotFound(ListTable, _list);
        }

        RowAccess.DemandOfAll(operation, lists, _list, AccessRights.ReadAccess);
        RowAccess.DemandOfAll(operation, lists, _list, AccessRights.AppendToAccess);
    }

    /// <summary>Null if the row is no member.</summary>
    public Guid? Find(Guid member)
    {
        QueryExpression query = new(MemberTable) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(ListColumn, ConditionOperator.Equal, _list);
        query.Criteria.AddCondition(EntityColumn, ConditionOperator.Equal, member);
        var found = (RetrieveMultipleResponse)AsPlatform(new RetrieveMultipleRequest { Query = query });
        return found.EntityCollection.Entities.FirstOrDefault()?.Id;
    }

    public void Add(Guid member)
    {
        Table members = _operation.Tables.Get(MemberTable);
        string table = members.Columns[EntityColumn].Targets
            .FirstOrDefault(target => _operation.Session.Exists(_operation.Tables.Get(target), member))
            ?? throw RowWriter.NotFound(members.Columns[EntityColumn].Targets[0], member);
        RowAccess.DemandOfAll(_operation, _operation.Tables.Get(table), member, AccessRights.AppendAccess);
        AsPlatform(new CreateRequest
        {
            Target = new Entity(MemberTable)
            {
                [ListColumn] = new EntityReference(ListTable, _list),
                [EntityColumn] = new EntityReference(table, member),
            },
        });
    }

    public void Remove(Guid row) => AsPlatform(new DeleteRequest { Target = new EntityReference(MemberTable, row) });

    private OrganizationResponse AsPlatform(OrganizationRequest request) =>
        _operation.ExecuteAs(_operation.Engine.Identity.SystemUserId, request);
}
