using System;
using Dataverse.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Sales;

/// <summary>ConvertQuoteToSalesOrder: an order with the lines of a won quote.</summary>
internal sealed class ConvertQuoteToSalesOrderHandler : IMessageHandler
{
    public string Message => "ConvertQuoteToSalesOrder";

    public OrganizationResponse Handle(OrganizationRequest request, Operation operation)
    {
        Guid quote = request.Required<Guid>("QuoteId");
        ColumnSet columns = request.Optional<ColumnSet>("ColumnSet") ?? new ColumnSet(false);
        Guid order = new DocumentCopy(DocumentKind.Quote, DocumentKind.Order, operation).Make(quote);
        OrganizationResponse read = operation.Execute(new RetrieveRequest
        {
            Target = new EntityReference(DocumentKind.Order.Table, order),
            ColumnSet = columns,
        });
        ConvertQuoteToSalesOrderResponse response = new();
        response.Results["Entity"] = ((RetrieveResponse)read).Entity;
        return response;
    }
}
