using System;
using System.Collections.Generic;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Dataverse.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>
/// A message that closes a document: the document gets its closing state, the close activity of the request becomes a
/// completed row. Both happen in the caller's transaction and run their own steps.
/// </summary>
internal abstract class ClosingHandler : IMessageHandler
{
    /// <summary>Status in the request: the platform chooses the state's default.</summary>
    private const int DefaultStatus = -1;
    private const int Completed = 1;

    private readonly DocumentKind _kind;
    private readonly int _state;
    private readonly string _parameter;

    /// <param name="message">Request name.</param>
    /// <param name="kind">The document that it closes.</param>
    /// <param name="state">The state that the document gets.</param>
    /// <param name="parameter">
    /// Request parameter with the close activity, whose table has its name in lower case.
    /// </param>
    protected ClosingHandler(string message, DocumentKind kind, int state, string parameter)
    {
        Message = message;
        _kind = kind;
        _state = state;
        _parameter = parameter;
    }

    public string Message { get; }

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Entity activity = request.Required<Entity>(_parameter);
        int status = request.Required<OptionSetValue>("Status").Value;
        Guid id = activity.Reference(_kind.ParentColumn) ?? throw Fault.Because(ErrorCodes.InvalidArgument,
            $"The {_parameter} has no {_kind.ParentColumn}: it names the {_kind.Table} to close.");
        Entity document = Open(operation, id);
        if (operation.Engine.Options.Sales.ActivityBeforeState)
        {
            CreateActivity(operation, activity, document);
            SetState(operation, id, status, activity);
        }
        else
        {
            SetState(operation, id, status, activity);
            CreateActivity(operation, activity, document);
        }

        return NewResponse();
    }

    protected abstract OrganizationResponse NewResponse();

    private Entity Open(Operation operation, Guid id)
    {
        Table table = operation.Tables.Get(_kind.Table);
        List<string> columns = [SalesColumns.State, "name"];
        if (_kind.NumberColumn is string number)
        {
            columns.Add(number);
        }

        Entity document = operation.Session.Find(table, id, new ColumnSet([.. columns]))
            ?? throw SalesErrors.NotFound(_kind.Table, id);
        return document.Choice(SalesColumns.State) is int state && _kind.Closing.ContainsKey(state)
            ? throw SalesErrors.WrongState(_kind.Table, id, state)
            : document;
    }

    private void SetState(Operation operation, Guid id, int status, Entity activity)
    {
        Entity document = new(_kind.Table, id) { [SalesColumns.State] = new OptionSetValue(_state) };
        if (status != DefaultStatus)
        {
            document[SalesColumns.Status] = new OptionSetValue(status);
        }

        Table table = operation.Tables.Get(_kind.Table);
        bool isOpportunity = _kind == DocumentKind.Opportunity;
        bool isDated = isOpportunity || _state == _kind.ClosedOnState;
        if (isDated && _kind.ClosedOn is string closedOn && table.Find(closedOn) is not null)
        {
            document[closedOn] = activity.GetAttributeValue<DateTime?>("actualend") ?? operation.CreatedOn;
        }

        if (isOpportunity && activity.GetAttributeValue<Money>("actualrevenue") is Money revenue)
        {
            document["actualvalue"] = new Money(revenue.Value);
        }

        SalesWork work = operation.Unit.Note<SalesWork>();
        work.BeingClosed.Add(id);
        try
        {
            Write(operation, table, document);
        }
        finally
        {
            work.BeingClosed.Remove(id);
        }
    }

    private void Write(Operation operation, Table table, Entity document)
    {
        if (operation.Engine.Options.Sales.RaiseUpdateOnClose)
        {
            operation.Execute(new UpdateRequest { Target = document });
            return;
        }

        RowAccess.DemandOfAll(operation, table, document.Id, AccessRights.WriteAccess);

        // Past the pipeline: no step sees it. The status is chosen and checked as an Update would.
        Choice state = table.State!.Choices!.Find(_state)!;
        int status = document.Choice(SalesColumns.Status) ?? state.DefaultStatus ?? DefaultStatus;
        if (table.Status?.Choices?.Find(status)?.State != _state)
        {
            throw SalesErrors.WrongStatus(table, document.Id, status, _state);
        }

        document[SalesColumns.Status] = new OptionSetValue(status);
        document["modifiedon"] = operation.CreatedOn;
        document["modifiedby"] = new EntityReference("systemuser", operation.UserId);
        operation.Session.Update(table, document.Id, document.Attributes);
    }

    private void CreateActivity(Operation operation, Entity given, Entity document)
    {
        Table table = operation.Tables.Get(_parameter.ToLowerInvariant());
        Entity activity = new(table.LogicalName, given.Id);
        foreach (KeyValuePair<string, object> value in given.Attributes)
        {
            activity[value.Key] = value.Value;
        }

        string? number = _kind.NumberColumn is string column ? document.GetAttributeValue<string>(column) : null;
        Complete(table, activity, "subject", $"{_parameter} - {number ?? document.GetAttributeValue<string>("name")}");
        Complete(table, activity, "actualend", operation.CreatedOn);
        Complete(table, activity, _kind.NumberColumn ?? string.Empty, number);
        Complete(table, activity, SalesColumns.State, new OptionSetValue(Completed));
        operation.Execute(new CreateRequest { Target = activity });
    }

    private static void Complete(Table table, Entity activity, string column, object? value)
    {
        if (value is not null && table.Find(column) is not null && !activity.Attributes.ContainsKey(column))
        {
            activity[column] = value;
        }
    }
}
