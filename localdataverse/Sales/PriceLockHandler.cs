using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Sales;

/// <summary>
/// Locks or unlocks the prices of a document: while they are locked, changes of a price list do not reach it.
/// </summary>
internal abstract class PriceLockHandler : IMessageHandler
{
    private readonly DocumentKind _kind;
    private readonly bool _locked;

    protected PriceLockHandler(string message, DocumentKind kind, bool locked)
    {
        Message = message;
        _kind = kind;
        _locked = locked;
    }

    public string Message { get; }

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        string parameter = operation.Tables.Get(_kind.Table).SchemaName + "Id";
        Guid id = request.Required<Guid>(parameter);
        Table table = operation.Tables.Get(_kind.Table);
        RowAccess.DemandOfAll(operation, table, id, AccessRights.WriteAccess);
        AttributeCollection changes = new()
        {
            [SalesColumns.IsPriceLocked] = _locked,
            ["modifiedon"] = operation.CreatedOn,
            ["modifiedby"] = new EntityReference("systemuser", operation.UserId),
        };
        return operation.Session.Update(table, id, changes)
            ? new OrganizationResponse { ResponseName = Message }
            : throw SalesErrors.NotFound(_kind.Table, id);
    }
}
