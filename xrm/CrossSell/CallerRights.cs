using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Xrm.Schema;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// What the caller may read at all, asked before: a query that is refused would end the whole transaction. Price lists
/// are read with the right to products. Rights on both tables of customers are asked about, whatever is asked for: a
/// document says only when it is read whose it is.
/// </summary>
internal sealed class CallerRights
{
    private const string ReadProduct = "prvReadProduct";

    private readonly HashSet<string> held;

    private CallerRights(IEnumerable<string> held) =>
        this.held = new HashSet<string>(held, StringComparer.OrdinalIgnoreCase);

    public bool SeesProducts => held.Contains(ReadProduct);

    public static CallerRights Read(StepRun run, string table)
    {
        var request = new OrganizationRequest("RetrieveUserSetOfPrivilegesByNames")
        {
            ["UserId"] = run.Context.UserId,
            ["PrivilegeNames"] = new[]
            {
                ReadProduct, ReadOf(table), ReadOf(Customer.AccountTable), ReadOf(Customer.ContactTable),
            },
        };
        var answer = (RolePrivilege[])run.System.Execute(request).Results["RolePrivileges"];
        return new CallerRights(answer.Select(privilege => privilege.PrivilegeName));
    }

    public bool Sees(string table) => held.Contains(ReadOf(table));

    private static string ReadOf(string table) => table switch
    {
        EarningDocument.OrderTable => "prvReadOrder",
        EarningDocument.QuoteTable => "prvReadQuote",
        EarningDocument.OpportunityTable => "prvReadOpportunity",
        Customer.ContactTable => "prvReadContact",
        _ => "prvReadAccount",
    };
}
