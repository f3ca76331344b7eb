using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.BasketApis.RecountBaskets;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>Counts everything again, a sixteenth of the products a call, and writes what differs.</summary>
[CustomApi(Api.Name, "Recount Baskets", "Warenkörbe neu zählen",
    Description = "Counts all orders again and corrects a sixteenth of the products; call with NextPart while IsMore.",
    DescriptionGerman = "Zählt alle Aufträge neu, berichtigt ein Sechzehntel der Produkte; mit NextPart wiederholen.",
    IsPrivate = true,
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(Api.Part, ParameterType.Integer, "Part (0 to 15, Default 0)", "Teil (0 bis 15, Standard 0)",
    IsOptional = true)]
[ResponseProperty(Api.Repaired, ParameterType.Integer, "Repaired Counts", "Berichtigte Zählungen")]
[ResponseProperty(Api.NextPart, ParameterType.Integer, "Next Part", "Nächster Teil")]
[ResponseProperty(Api.IsMore, ParameterType.Boolean, "Is More", "Weitere warten")]
public sealed class RecountBaskets : PluginBase
{
    protected override void Run(StepRun run)
    {
        int part = new ApiInput(run).Whole(Api.Part);
        if (part is < 0 or >= BasketRecount.Parts) part = 0;
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.Repaired] = new CountRepair(run.System).Repair(part);
        answer[Api.NextPart] = (part + 1) % BasketRecount.Parts;
        answer[Api.IsMore] = part + 1 < BasketRecount.Parts;
    }
}
