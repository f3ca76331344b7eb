using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Protection;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;

namespace CrmExtensions.Plugins.Lifecycle;

/// <summary>Article 15: a customer gets everything that our tables hold about it, in one readable document.</summary>
[CustomApi(ProtectionApis.ExportCustomerData.Name, "Export Customer Data", "Kundendaten ausgeben",
    Description = "Returns everything that the loyalty tables hold about one customer as JSON.",
    DescriptionGerman = "Gibt alles, was die Tabellen des Treueprogramms über einen Kunden enthalten, als JSON aus.",
    ExecutePrivilege = ApiPermission.SupervisorPrivilege)]
[RequestParameter(CustomerInput.Account, ParameterType.EntityReference, "Account", "Firma",
    Table = Customer.AccountTable, IsOptional = true)]
[RequestParameter(CustomerInput.Contact, ParameterType.EntityReference, "Contact", "Kontakt",
    Table = Customer.ContactTable, IsOptional = true)]
[ResponseProperty(ProtectionApis.ExportCustomerData.Data, ParameterType.String, "Data", "Daten")]
public sealed class ExportCustomerData : PluginBase
{
    protected override void Run(StepRun run) =>
        run.Context.OutputParameters[ProtectionApis.ExportCustomerData.Data] =
            new CustomerExport(run.System).Of(CustomerInput.Of(run), run.Now);
}
