using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>The row of settings and of what the jobs keep beside them. It is data: no import writes it.</summary>
internal sealed class SettingsStore
{
    private static readonly string[] All =
    {
        CrossSellSettingsRow.Columns.IsPaused, CrossSellSettingsRow.Columns.MinimumTogether,
        CrossSellSettingsRow.Columns.WindowDays, CrossSellSettingsRow.Columns.RejectionMonths,
        CrossSellSettingsRow.Columns.CuratedPolicy, CrossSellSettingsRow.Columns.SensitiveCategories,
        CrossSellSettingsRow.Columns.SubsidiariesOwn, CrossSellSettingsRow.Columns.MarginWeight,
        CrossSellSettingsRow.Columns.PriceWeight, CrossSellSettingsRow.Columns.StockWeight,
        CrossSellSettingsRow.Columns.PriorityWeight, CrossSellSettingsRow.Columns.ProposalTogether,
        CrossSellSettingsRow.Columns.ProposalLift, CrossSellSettingsRow.Columns.Verdict,
        CrossSellSettingsRow.Columns.HitRate, CrossSellSettingsRow.Columns.BaselineHitRate,
        CrossSellSettingsRow.Columns.Baskets, CrossSellSettingsRow.Columns.CompanyBaskets,
        CrossSellSettingsRow.Columns.PersonBaskets, CrossSellSettingsRow.Columns.WindowBaskets,
        CrossSellSettingsRow.Columns.CountedFrom, CrossSellSettingsRow.Columns.CountedTo,
        CrossSellSettingsRow.Columns.TopSellers,
    };

    private readonly IOrganizationService service;

    public SettingsStore(IOrganizationService service) => this.service = service;

    /// <summary>An empty row where nobody has made one: the defaults hold.</summary>
    public CrossSellSettingsRow Read() =>
        Query(All)?.ToEntity<CrossSellSettingsRow>() ?? new CrossSellSettingsRow();

    /// <summary>
    /// The first write of a job that changes counts: others wait here. The row is made where there is none.
    /// </summary>
    public CrossSellSettingsRow Lock()
    {
        if (Query()?.Id is { } id)
            service.Update(new CrossSellSettingsRow { Id = id, Key = Keys.Settings }.Plain());
        else service.Create(new CrossSellSettingsRow { Name = "Cross-sell", Key = Keys.Settings }.Plain());
        return Read();
    }

    public void Update(CrossSellSettingsRow changes) => service.Update(changes.Plain());

    public static RecommendSettings SettingsOf(CrossSellSettingsRow row)
    {
        RecommendSettings standard = RecommendSettings.Default;
        return new RecommendSettings
        {
            IsPaused = row.IsPaused ?? false,
            MinimumTogether = row.MinimumTogether ?? standard.MinimumTogether,
            WindowDays = WindowDaysOf(row.WindowDays),
            RejectionMonths = row.RejectionMonths ?? standard.RejectionMonths,
            CuratedPolicy = (CuratedPolicy)(row.CuratedPolicy ?? 0),
            SensitiveCategories = Lines(row.SensitiveCategories).ToArray(),
            SubsidiariesOwn = row.SubsidiariesOwn ?? false,
            MarginWeight = row.MarginWeight ?? standard.MarginWeight,
            PriceWeight = row.PriceWeight ?? standard.PriceWeight,
            StockWeight = row.StockWeight ?? standard.StockWeight,
            PriorityWeight = row.PriorityWeight ?? standard.PriorityWeight,
            ProposalTogether = row.ProposalTogether ?? standard.ProposalTogether,
            ProposalLift = (double)(row.ProposalLift ?? (decimal)standard.ProposalLift),
        };
    }

    /// <summary>An empty column means the default.</summary>
    public static int WindowDaysOf(int? stored) => stored ?? RecommendSettings.Default.WindowDays;

    private static IEnumerable<string> Lines(string? text) => (text ?? "")
        .Split('\r', '\n').Select(line => line.Trim()).Where(line => line.Length > 0);

    private Entity? Query(params string[] columns)
    {
        var query = new QueryExpression(CrossSellSettingsRow.Table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(CrossSellSettingsRow.Columns.Key, ConditionOperator.Equal, Keys.Settings);
        return service.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}
