using System;
using System.Linq;
using CrmExtensions.Xrm;
using CrmExtensions.Xrm.CrossSell;
using CrmExtensions.Xrm.Registration;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.BasketApis.CountBaskets;

namespace CrmExtensions.Plugins.CrossSell;

/// <summary>Looks at orders again if they are named, then brings one page of changed orders into the counts.</summary>
[CustomApi(Api.Name, "Count Baskets", "Warenkörbe zählen",
    Description = "Brings up to 200 changed orders into the counts of products bought together; call while IsMore.",
    DescriptionGerman = "Nimmt bis zu 200 geänderte Aufträge in die Zählung auf; wiederholen, solange IsMore wahr ist.",
    ExecutePrivilege = ApiPermission.AdministratorPrivilege)]
[RequestParameter(Api.Orders, ParameterType.StringArray, "Orders", "Aufträge", IsOptional = true,
    Description = "Ids of orders to look at first; at most 50",
    DescriptionGerman = "Kennungen von Aufträgen, die zuerst angesehen werden; höchstens 50")]
[ResponseProperty(Api.Counted, ParameterType.Integer, "Counted", "Gezählt")]
[ResponseProperty(Api.IsMore, ParameterType.Boolean, "Is More", "Weitere warten")]
public sealed class CountBaskets : PluginBase
{
    private const int MostOrders = 50;

    protected override void Run(StepRun run)
    {
        if (run.Context.InputParameters.TryGetValue(Api.Orders, out object? given) && given is string[] orders)
        {
            var baskets = new OrderBaskets(run);
            foreach (string order in orders.Take(MostOrders))
            {
                if (Guid.TryParse(order, out Guid id)) baskets.Refresh(id);
            }
        }

        int counted = new BasketCounting(run.System).CountPage();
        ParameterCollection answer = run.Context.OutputParameters;
        answer[Api.Counted] = counted;
        answer[Api.IsMore] = counted == BasketCounting.PageSize;
    }
}
