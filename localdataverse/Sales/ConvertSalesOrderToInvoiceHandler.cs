using System;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>
/// ConvertSalesOrderToInvoice: an invoice with the lines of the order; an active order becomes invoiced.
/// </summary>
internal sealed class ConvertSalesOrderToInvoiceHandler : IMessageHandler
{
    private const int Active = 0;
    private const int Invoiced = 4;
    private const int InvoicedStatus = 100003;

    public string Message => "ConvertSalesOrderToInvoice";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid order = request.Required<Guid>("SalesOrderId");
        ColumnSet columns = request.Optional<ColumnSet>("ColumnSet") ?? new ColumnSet(false);
        Guid invoice = new DocumentCopy(DocumentKind.Order, DocumentKind.Invoice, operation).Make(order);
        SetInvoiced(operation, order);

        OrganizationResponse read = operation.Execute(new RetrieveRequest
        {
            Target = new EntityReference(DocumentKind.Invoice.Table, invoice),
            ColumnSet = columns,
        });
        ConvertSalesOrderToInvoiceResponse response = new();
        response.Results["Entity"] = ((RetrieveResponse)read).Entity;
        return response;
    }

    private static void SetInvoiced(Operation operation, Guid order)
    {
        Entity? row = operation.Session.Find(
            operation.Tables.Get(DocumentKind.Order.Table), order, new ColumnSet(SalesColumns.State));
        if (row?.Choice(SalesColumns.State) != Active)
        {
            return;
        }

        SalesWork work = operation.Unit.Note<SalesWork>();
        work.BeingClosed.Add(order);
        try
        {
            operation.Execute(new UpdateRequest
            {
                Target = new Entity(DocumentKind.Order.Table, order)
                {
                    [SalesColumns.State] = new OptionSetValue(Invoiced),
                    [SalesColumns.Status] = new OptionSetValue(InvoicedStatus),
                },
            });
        }
        finally
        {
            work.BeingClosed.Remove(order);
        }
    }
}
