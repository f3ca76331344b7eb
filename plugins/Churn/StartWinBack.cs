using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Churn;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.WinBackApis.StartWinBack;

namespace CrmExtensions.Plugins.Churn;

/// <summary>A person decides to win a customer back; the level alone never does.</summary>
[CustomApi(Api.Name, "Start Win-Back", "Rückgewinnung beginnen",
    Description = "Creates a task or adds to a marketing list, or leaves the customer untreated to compare with.",
    DescriptionGerman = "Legt eine Aufgabe an oder nimmt auf eine Liste, oder lässt den Kunden zum Vergleich in Ruhe.",
    ExecutePrivilege = ApiPermission.CallPrivilege)]
[RequestParameter(CustomerInput.Account, ParameterType.EntityReference, "Account", "Firma",
    Table = Customer.AccountTable, IsOptional = true)]
[RequestParameter(CustomerInput.Contact, ParameterType.EntityReference, "Contact", "Kontakt",
    Table = Customer.ContactTable, IsOptional = true)]
[RequestParameter(Api.RequestId, ParameterType.String, "Request Id", "Kennung der Anforderung")]
[RequestParameter(Api.Way, ParameterType.Integer, "Way", "Art", IsOptional = true)]
[RequestParameter(Api.Campaign, ParameterType.String, "Campaign", "Kampagne", IsOptional = true)]
[RequestParameter(Api.Offer, ParameterType.Decimal, "Offer", "Angebot", IsOptional = true)]
[RequestParameter(Api.List, ParameterType.Guid, "Marketing List", "Marketingliste", IsOptional = true)]
[ResponseProperty(Api.WinBackId, ParameterType.Guid, "Win-Back", "Rückgewinnung")]
[ResponseProperty(Api.IsTreated, ParameterType.Boolean, "Is Treated", "Wird angesprochen")]
[ResponseProperty(Api.Ceiling, ParameterType.Decimal, "Offer Ceiling", "Angebotsgrenze")]
[ResponseProperty(Api.ActivityId, ParameterType.Guid, "Task", "Aufgabe")]
public sealed class StartWinBack : PluginBase
{
    protected override void Run(StepRun run)
    {
        WinBackRow begun = new WinBackStart(run).Start(CustomerAccess.Of(run));
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.WinBackId] = begun.Id;
        answer[Api.IsTreated] = begun.Group == WinBackStore.Treated;
        answer[Api.Ceiling] = begun.OfferCeiling ?? 0;
        answer[Api.ActivityId] = begun.ActivityId is { } id ? new Guid(id) : Guid.Empty;
    }
}
