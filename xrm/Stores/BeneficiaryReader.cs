using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>
/// Who earns for a document. Costs nothing for the orderer, otherwise one or two requests, and only where a programme
/// says so.
/// </summary>
internal sealed class BeneficiaryReader
{
    private readonly IOrganizationService service;

    public BeneficiaryReader(IOrganizationService service) => this.service = service;

    /// <param name="document">With a customer.</param>
    /// <param name="kind">Of the programme.</param>
    public EntityReference Read(PurchaseDocument document, BeneficiaryKind kind)
    {
        EntityReference orderer = document.Customer!;
        var candidates = new BeneficiaryCandidates
        {
            Orderer = RefOf(orderer)!,
            BillTo = kind == BeneficiaryKind.BillTo ? RefOf(BillToOf(document)) : null,
            ParentAccount = kind == BeneficiaryKind.ParentAccount ? RefOf(ParentOf(orderer)) : null,
            HierarchyRoot = kind == BeneficiaryKind.HierarchyRoot ? RefOf(RootOf(orderer)) : null,
        };
        CustomerRef chosen = candidates.Choose(kind);
        return new EntityReference(
            chosen.Kind == CustomerKind.Contact ? Customer.ContactTable : Customer.AccountTable, chosen.Id);
    }

    /// <summary>The owner of the address that the document is billed to.</summary>
    private EntityReference? BillToOf(PurchaseDocument document)
    {
        if (document.BillToAddressId is not { } address) return null;
        var query = new QueryExpression(CustomerAddress.Table)
        {
            ColumnSet = new ColumnSet(CustomerAddress.Columns.ParentId),
        };
        query.Criteria.AddCondition(CustomerAddress.Columns.Id, ConditionOperator.Equal, address);
        return service.RetrieveMultiple(query).Entities
            .FirstOrDefault()?.ToEntity<CustomerAddress>().ParentId;
    }

    private EntityReference? ParentOf(EntityReference customer)
    {
        string column = Customer.ParentColumn(customer.LogicalName);
        var query = new QueryExpression(customer.LogicalName) { ColumnSet = new ColumnSet(column) };
        query.Criteria.AddCondition(Customer.IdColumn(customer.LogicalName), ConditionOperator.Equal, customer.Id);
        return AccountOnly(service.RetrieveMultiple(query).Entities.FirstOrDefault()?.Link(column));
    }

    /// <summary>The account of the hierarchy that has none above it.</summary>
    private EntityReference? RootOf(EntityReference customer)
    {
        EntityReference? from = customer.LogicalName == Customer.AccountTable ? customer : ParentOf(customer);
        if (from is null) return null;
        string parent = Customer.ParentColumn(Customer.AccountTable);
        var query = new QueryExpression(Customer.AccountTable) { ColumnSet = new ColumnSet(parent) };
        query.Criteria.AddCondition(
            Customer.IdColumn(Customer.AccountTable), ConditionOperator.AboveOrEqual, from.Id);
        IList<Entity> above = service.RetrieveMultiple(query).Entities;
        return above.FirstOrDefault(row => row.Link(parent) is null)?.ToEntityReference();
    }

    private static EntityReference? AccountOnly(EntityReference? parent) =>
        parent?.LogicalName == Customer.AccountTable ? parent : null;

    private static CustomerRef? RefOf(EntityReference? customer) => customer is null
        ? null
        : new CustomerRef
        {
            Kind = customer.LogicalName == Customer.ContactTable ? CustomerKind.Contact : CustomerKind.Account,
            Id = customer.Id,
        };
}
