using System;
using System.Linq;
using Dataverse.Local.Messages.Rows;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace Dataverse.Local.Messages;

/// <summary>
/// True when the table has the state, by its invariant name, and the status reason belongs to it. Transitions that an
/// administrator has restricted are not described here.
/// </summary>
internal sealed class IsValidStateTransitionHandler : IMessageHandler
{
    public string Message => "IsValidStateTransition";

    public TransactionUse Transaction => TransactionUse.ReadOnly;

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        EntityReference row = request.Required<EntityReference>("Entity");
        string state = request.Required<string>("NewState");
        int status = request.Required<int>("NewStatus");
        Table table = operation.Tables.Get(row.LogicalName);
        row.Id = RowKeys.IdOf(operation, table, row);
        if (!operation.Session.Exists(table, row.Id))
        {
            throw RowWriter.NotFound(row.LogicalName, row.Id);
        }

        Choice? named = table.State?.Choices?.Options.FirstOrDefault(option =>
            string.Equals(option.InvariantName ?? option.Labels.ToString(), state, StringComparison.OrdinalIgnoreCase));
        bool isValid = named is not null && table.Status?.Choices?.Find(status)?.State == named.Value;
        return new IsValidStateTransitionResponse
        {
            Results = new ParameterCollection { ["IsValid"] = isValid },
        };
    }
}
