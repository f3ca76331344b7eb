using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>
/// What FulfillSalesOrder and CancelSalesOrder have in common: the order gets its closing state, the order close
/// activity becomes a row. Both happen in the caller's transaction and run their own steps.
/// </summary>
internal sealed class OrderClosing
{
    private readonly DocumentKind _order = DocumentKind.Order;
    private readonly int _state;
    private readonly int _defaultStatus;

    /// <param name="state">Closing state of the order.</param>
    /// <param name="defaultStatus">Status reason when the request says -1: the platform chooses.</param>
    public OrderClosing(int state, int defaultStatus)
    {
        _state = state;
        _defaultStatus = defaultStatus;
    }

    public void Run(OrganizationRequest request, Operation operation)
    {
        Entity activity = request.Required<Entity>("OrderClose");
        int status = request.Required<OptionSetValue>("Status").Value;
        Guid id = activity.Reference("salesorderid") ?? throw Fault.Because(ErrorCodes.InvalidArgument,
            "The order close activity has no salesorderid: it names the order to close.");
        RefuseClosed(operation, id);

        if (operation.Engine.Options.Sales.ActivityBeforeState)
        {
            CreateActivity(operation, activity);
            SetState(operation, id, status, activity);
        }
        else
        {
            SetState(operation, id, status, activity);
            CreateActivity(operation, activity);
        }
    }

    private void RefuseClosed(Operation operation, Guid id)
    {
        Entity order = operation.Session.Find(
                operation.Tables.Get(_order.Table), id, new ColumnSet(SalesColumns.State))
            ?? throw Fault.Because(
                ErrorCodes.ObjectDoesNotExist, $"Entity '{_order.Table}' With Id = {id} Does Not Exist");
        if (order.Choice(SalesColumns.State) is int state && _order.Closing.ContainsKey(state))
        {
            throw SalesErrors.WrongState(_order.Table, id, state);
        }
    }

    private void SetState(Operation operation, Guid id, int status, Entity activity)
    {
        Entity order = new(_order.Table, id)
        {
            [SalesColumns.State] = new OptionSetValue(_state),
            [SalesColumns.Status] = new OptionSetValue(status == -1 ? _defaultStatus : status),
        };
        if (_state == 3)
        {
            order["datefulfilled"] = activity.GetAttributeValue<DateTime?>("actualend") ?? operation.CreatedOn;
        }

        if (operation.Engine.Options.Sales.RaiseUpdateOnClose)
        {
            Raise(operation, id, order);
        }
        else
        {
            order["modifiedon"] = operation.CreatedOn;
            order["modifiedby"] = new EntityReference("systemuser", operation.UserId);
            RefuseStatus(operation, order);
            operation.Session.Update(operation.Tables.Get(_order.Table), id, order.Attributes);
        }
    }

    private static void Raise(Operation operation, Guid id, Entity order)
    {
        SalesWork work = operation.Unit.Note<SalesWork>();
        work.BeingClosed.Add(id);
        try
        {
            operation.Execute(new UpdateRequest { Target = order });
        }
        finally
        {
            work.BeingClosed.Remove(id);
        }
    }

    private void RefuseStatus(Operation operation, Entity order)
    {
        int status = order.Choice(SalesColumns.Status)!.Value;
        Choice? choice = operation.Tables.Get(_order.Table).Status?.Choices?.Find(status);
        if (choice?.State != _state)
        {
            throw Fault.Because(ErrorCodes.InvalidStatusForState,
                $"{status} is not a valid status code for state code {_state} on {_order.Table} with Id {order.Id}.");
        }
    }

    private static void CreateActivity(Operation operation, Entity given)
    {
        Entity activity = new("orderclose", given.Id);
        foreach (System.Collections.Generic.KeyValuePair<string, object> value in given.Attributes)
        {
            activity[value.Key] = value.Value;
        }

        if (activity.Attributes.ContainsKey("actualend") is false)
        {
            activity["actualend"] = operation.CreatedOn;
        }

        operation.Execute(new CreateRequest { Target = activity });
    }
}
