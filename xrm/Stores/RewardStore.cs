using System;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Xrm.Stores;

/// <summary>What points can be exchanged for.</summary>
internal sealed class RewardStore
{
    private readonly IOrganizationService service;

    public RewardStore(IOrganizationService service) => this.service = service;

    /// <summary>A reward that can be had today.</summary>
    /// <param name="id">Of the row.</param>
    /// <param name="programmeId">The member's programme.</param>
    /// <param name="today">In the programme's zone; the first and the last day of the reward count.</param>
    /// <exception cref="BusinessRuleException">It cannot; the text says why.</exception>
    public RewardRow Read(Guid id, Guid programmeId, Day today)
    {
        var query = new QueryExpression(RewardRow.Table)
        {
            ColumnSet = new ColumnSet(
                RewardRow.Columns.Name, RewardRow.Columns.ProgramId, RewardRow.Columns.Points,
                RewardRow.Columns.Stock, RewardRow.Columns.ValidFrom, RewardRow.Columns.ValidTo,
                RewardRow.Columns.Value, RewardRow.Columns.State),
        };
        query.Criteria.AddCondition(RewardRow.Columns.Id, ConditionOperator.Equal, id);
        RewardRow? reward = service.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntity<RewardRow>();
        bool isOffered = reward is not null
            && reward.GetAttributeValue<OptionSetValue>(RewardRow.Columns.State)?.Value == 0
            && reward.ProgramId?.Id == programmeId
            && reward.Points > 0;
        if (!isOffered) throw new BusinessRuleException(UserText.RewardIsNotOffered);
        bool isValid = (reward!.ValidFrom is not { } from || Day.Of(from) <= today)
            && (reward.ValidTo is not { } to || today <= Day.Of(to));
        if (!isValid) throw new BusinessRuleException(UserText.RewardIsNotValidToday);
        if (reward.Stock is <= 0) throw new BusinessRuleException(UserText.RewardIsOutOfStock);
        return reward;
    }

    /// <summary>A reward without a stock is unlimited.</summary>
    public void Take(RewardRow reward) => Move(reward, -1);

    public void GiveBack(Guid id)
    {
        Entity row = service.Retrieve(RewardRow.Table, id, new ColumnSet(RewardRow.Columns.Stock));
        Move(row.ToEntity<RewardRow>(), 1);
    }

    private void Move(RewardRow reward, int pieces)
    {
        if (reward.Stock is { } stock)
            Versioned.Update(service, reward, new RewardRow { Stock = stock + pieces });
    }
}
