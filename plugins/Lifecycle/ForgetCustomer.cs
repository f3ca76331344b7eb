using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Plugins.Lifecycle;

/// <summary>Article 17: links, names and words about a customer go; amounts, dates and document numbers stay.</summary>
[CustomApi(ProtectionApis.ForgetCustomer.Name, "Forget Customer", "Kunden vergessen",
    Description = "Forfeits a customer's points with an entry and removes links, names and free text. For good.",
    DescriptionGerman = "Bucht die Punkte eines Kunden aus und entfernt Verknüpfungen, Namen und Texte. Endgültig.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(CustomerInput.Account, ParameterType.EntityReference, "Account", "Firma",
    Table = Customer.AccountTable, IsOptional = true)]
[RequestParameter(CustomerInput.Contact, ParameterType.EntityReference, "Contact", "Kontakt",
    Table = Customer.ContactTable, IsOptional = true)]
[ResponseProperty(ProtectionApis.ForgetCustomer.Members, ParameterType.Integer, "Members", "Mitglieder")]
[ResponseProperty(ProtectionApis.ForgetCustomer.ForfeitedPoints, ParameterType.Integer, "Forfeited Points",
    "Verfallene Punkte")]
public sealed class ForgetCustomer : PluginBase
{
    protected override void Run(StepRun run)
    {
        var erasure = new Erasure(run);
        erasure.Forget(CustomerInput.Of(run));

        ParameterCollection answer = run.Context.OutputParameters;
        answer[ProtectionApis.ForgetCustomer.Members] = erasure.Members;
        answer[ProtectionApis.ForgetCustomer.ForfeitedPoints] = erasure.ForfeitedPoints;
    }
}
