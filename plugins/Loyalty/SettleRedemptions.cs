using System;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Api = CrmExtensions.Xrm.Schema.RedemptionApis.SettleRedemptions;

namespace CrmExtensions.Plugins.Loyalty;

/// <summary>Uses the redemptions of a done document and gives those of a cancelled one back, all or none.</summary>
[CustomApi(Api.Name, "Settle Redemptions", "Einlösungen abrechnen",
    Description = "Uses or gives back the redemptions of one document, as its state says.",
    DescriptionGerman = "Verbraucht die Einlösungen eines Belegs oder gibt sie zurück, wie sein Status es sagt.",
    IsPrivate = true,
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(Api.DocumentTable, ParameterType.String, "Document Table", "Tabelle des Belegs")]
[RequestParameter(Api.DocumentId, ParameterType.Guid, "Document Id", "Kennung des Belegs")]
public sealed class SettleRedemptions : PluginBase
{
    protected override void Run(StepRun run)
    {
        var input = new ApiInput(run);
        string table = input.Text(Api.DocumentTable);
        if (!SalesDocument.IsOne(table)) throw new BusinessRuleException(UserText.DocumentTableIsUnknown, table);
        new DocumentSettlement(run).Settle(table, input.Id(Api.DocumentId) ?? Guid.Empty);
    }
}
