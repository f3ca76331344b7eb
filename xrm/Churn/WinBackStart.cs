using System;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Churn;
using CrmExtensions.Domain.Loyalty;
using CrmExtensions.Xrm.Jobs;
using CrmExtensions.Xrm.Loyalty;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Stores;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Api = CrmExtensions.Xrm.Schema.WinBackApis.StartWinBack;

namespace CrmExtensions.Xrm.Churn;

/// <summary>
/// Begins to win one customer back: a task for its owner or a place on a marketing list, or, for the group that is
/// compared with, nothing at all.
/// </summary>
internal sealed class WinBackStart
{
    public const int LongestCampaign = 100;

    private const int TaskWay = 0, ListWay = 1, DaysToDo = 7;

    private readonly StepRun run;
    private readonly ApiInput input;
    private readonly WinBackStore store;
    private readonly AssessmentContext context;

    public WinBackStart(StepRun run)
    {
        this.run = run;
        input = new ApiInput(run);
        store = new WinBackStore(run.System);
        context = AssessmentContext.Read(run);
    }

    /// <summary>
    /// The same request is answered with what it began. Of two requests at once the second one waits for the first at
    /// the customer's assessment, and then finds what it began.
    /// </summary>
    public WinBackRow Start(EntityReference customer)
    {
        string key = customer.Id.ToString("N") + "-" + input.RequestId(Api.RequestId);
        if (input.Text(Api.Campaign).Length > LongestCampaign)
            throw new BusinessRuleException(UserText.CampaignIsTooLong, LongestCampaign);
        new InsightStore(run.System).Lock(customer);
        if (store.FindRequest(key) is { } begun) return begun;
        var reading = new RiskReading(run, context, customer);
        Refuse(reading);
        if (store.HasOpen(customer.Id)) throw new BusinessRuleException(UserText.WinBackIsOpen);
        WinBackRow row = RowFor(customer, reading, key);
        if (row.Group == WinBackStore.Treated) Address(customer, reading, row);
        if (new CustomersOwner(run, OwnedRows.Risk).Of(reading.Owner) is { } owner)
            row[WinBackRow.Columns.Owner] = owner;
        row.Id = store.Create(row);
        return row;
    }

    private void Refuse(RiskReading reading)
    {
        CustomerAssessment assessment = reading.Assessment;
        if (assessment.State == CustomerState.Objected) throw new BusinessRuleException(UserText.CustomerIsNotProfiled);
        if (assessment.State != CustomerState.Churned && assessment.Level != RiskLevel.High)
            throw new BusinessRuleException(UserText.WinBackIsNotNeeded);
        if (input.Whole(Api.Way) is not (TaskWay or ListWay)) throw new BusinessRuleException(UserText.WayIsUnknown);
    }

    private WinBackRow RowFor(EntityReference customer, RiskReading reading, string key)
    {
        string campaign = input.Text(Api.Campaign);
        decimal ceiling = reading.Assessment.Value is { } value
            ? WinBackOffer.Ceiling(value, context.Settings.WinBack)
            : 0;
        decimal offer = input.Amount(Api.Offer);
        if (offer < 0 || offer > ceiling) throw new BusinessRuleException(UserText.OfferIsTooHigh, ceiling, offer);
        bool isUntreated = WinBackOffer.IsUntreated(
            customer.Id, SourceKey.SourceNamed("campaign " + campaign), context.Settings.WinBack);
        var row = new WinBackRow
        {
            Name = reading.Name,
            RequestKey = key,
            CustomerId = customer,
            Campaign = campaign,
            Kind = input.Whole(Api.Way),
            Group = isUntreated ? WinBackStore.Untreated : WinBackStore.Treated,
            State = WinBackStore.Open,
            StartedOn = run.Now,
            UntilOn = context.Today.AddDays(context.Settings.WinBack.SuccessDays).Midnight,
            OfferCeiling = ceiling,
        };
        if (offer > 0 && !isUntreated) row.Offer = offer;
        return row;
    }

    private void Address(EntityReference customer, RiskReading reading, WinBackRow row)
    {
        if (row.Kind == ListWay) AddToList(customer, row);
        else CreateTask(customer, reading, row);
    }

    private void CreateTask(EntityReference customer, RiskReading reading, WinBackRow row)
    {
        Guid id = SourceKey.SourceNamed("win-back " + row.RequestKey);
        new NoticeStore(run).Write(new Notice
        {
            Id = id,
            Kind = NoticeKind.Task,
            Customer = customer,
            Owner = reading.Owner,
            Subject = UserText.WinBackSubject,
            Body = UserText.WinBackBody,
            Values = new object[]
            {
                reading.Name,
                string.Join("; ", reading.Reasons(Wording.OfLanguageCode(context.BaseLanguage))),
                row.OfferCeiling ?? 0,
                row.UntilOn.GetValueOrDefault(),
            },
            DueOn = context.Today.AddDays(DaysToDo),
        });
        row.ActivityId = id.ToString("D");
    }

    /// <summary>
    /// Lists belong to apps that an environment may lack. In the caller's name: who may begin a win-back may not for
    /// that reason put customers on any list. Who was on it already is not put on it by us, so never taken off either.
    /// </summary>
    private void AddToList(EntityReference customer, WinBackRow row)
    {
        var lists = new MarketingLists(run.System);
        if (input.Id(Api.List) is not { } listId || !lists.Exist)
            throw new BusinessRuleException(UserText.ListIsMissing);
        if (lists.Holds(listId, customer.Id)) return;
        MarketingLists.Add(run.Caller, listId, customer.Id);
        row.ListId = listId.ToString("D");
    }
}
