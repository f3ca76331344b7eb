using System;
using System.Collections.Generic;
using System.Linq;
using CrmExtensions.Domain;
using CrmExtensions.Domain.CrossSell;
using CrmExtensions.Xrm.Schema;
using CrmExtensions.Xrm.Texts;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Xrm.CrossSell;

/// <summary>
/// Answers which products to recommend, in at most six requests: settings, rights of the caller, the document or the
/// customer as the caller sees it, the customer's purchases, the pairs, the catalogue. A customer who objects to
/// profiling gets what goes with the open document, whoever it is for, and nothing else.
/// </summary>
internal sealed class Recommending
{
    private readonly StepRun run;

    private Recommending(StepRun run) => this.run = run;

    public Situation Situation { get; private set; } = new Situation();

    public CrossSellSettingsRow Counted { get; private set; } = new CrossSellSettingsRow();

    public RecommendSettings Settings => SettingsStore.SettingsOf(Counted);

    public RecommendedLists Lists { get; private set; } =
        new RecommendedLists(new Recommended[0], new Recommended[0]);

    /// <summary>The customer objects to profiling: only what is on the document was asked for.</summary>
    public bool IsWithoutProfile { get; private set; }

    /// <summary>Empty where there is nothing to say.</summary>
    public RecommendationNotice Notice { get; private set; }

    /// <summary>Null where the product stands in no list.</summary>
    public Recommended? ItemOf(Guid productId) => Lists.GoesWith.Concat(Lists.BuyAgain)
        .FirstOrDefault(item => item.Product == Keys.Of(productId));

    /// <exception cref="BusinessRuleException">The caller may not see what is asked about.</exception>
    public static Recommending For(StepRun run, AskedFor asked)
    {
        var answer = new Recommending(run) { Counted = new SettingsStore(run.System).Read() };
        CallerRights rights = CallerRights.Read(run, (asked.Document ?? asked.Customer!).LogicalName);
        if (!rights.Sees((asked.Document ?? asked.Customer!).LogicalName))
            throw new BusinessRuleException(UserText.RecommendationIsNotForCaller);
        if (rights.SeesProducts) answer.Find(asked, rights);
        else answer.Notice = RecommendationNotice.CallerSeesNoProducts;
        return answer;
    }

    private void Find(AskedFor asked, CallerRights rights)
    {
        Day today = Day.Of(run.Now);
        Situation = new SituationReader(run.Caller, rights, today).Read(asked);
        bool isRefused = Counted.Verdict == (int)RankingVerdictCode.NoBetter;
        OwnedProducts known = Situation.Customer is { } customer
            ? new OwnedReader(run.System).Read(customer, Settings.SubsidiariesOwn)
            : OwnedProducts.Unknown;
        IsWithoutProfile = known.IsObjected;
        Notice = NoticeOf(isRefused);
        if (Settings.IsPaused) return;
        IReadOnlyList<OwnedProduct> owned = known.All;
        Shortlist list = Shortlist.Of(new RecommendQuestion
        {
            Today = today,
            Settings = Settings,
            MayLearn = !isRefused,
            Group = GroupOf(Situation.Customer),
            Basket = Situation.Products,
            BasketFamilies = Situation.Families,
            Owned = owned,
            Pairs = new PairReader(run.System).Of(Asked(owned), Situation.Products),
            TopSellers = IsWithoutProfile ? TopSellers.None : TopSellers.Parse(Counted.TopSellers),
            GroupBaskets = (Situation.Customer?.LogicalName == Customer.ContactTable
                ? Counted.PersonBaskets : Counted.CompanyBaskets) ?? 0,
            CountedFrom = PairRows.DayOf(Counted.CountedFrom),
            CountedTo = PairRows.DayOf(Counted.CountedTo),
        });
        Lists = list.Choose(new CatalogueReader(run.System, Situation).Read(list.Products), asked.Top);
    }

    private IEnumerable<string> Asked(IReadOnlyList<OwnedProduct> owned)
    {
        IEnumerable<string> families = Situation.Products.Count > 0
            ? Situation.Families
            : owned.Where(product => product.IsOwned && product.Family.Length > 0).Select(product => product.Family);
        return RecommendationQuery.Weights(Situation.Products, owned).Keys.Concat(families.Distinct().Take(100));
    }

    private RecommendationNotice NoticeOf(bool isRefused)
    {
        if (Settings.IsPaused) return RecommendationNotice.Paused;
        if (IsWithoutProfile) return RecommendationNotice.CustomerObjects;
        if (isRefused) return RecommendationNotice.ModelIsNoBetter;
        return Situation.IsPriceListValid ? RecommendationNotice.None : RecommendationNotice.PriceListIsNotValid;
    }

    private static BuyerGroup GroupOf(EntityReference? customer) =>
        customer?.LogicalName == Customer.ContactTable ? BuyerGroup.People : BuyerGroup.Companies;
}
