using System;
using CrmExtensions.Domain.Churn;

namespace CrmExtensions.Domain.Tests.Churn;

public sealed class CustomerValueTests
{
    private static readonly OrderOutlook Outlook = new()
    {
        Source = ScoreSource.Model, Days = 365, ExpectedOrders = 6, OrdersAtPastRate = 10, ActualByExpected = 0.9,
    };

    [Fact]
    [Trait("Rule", "C20")]
    public void The_value_is_monthly_value_times_months_times_retention_with_every_part_shown()
    {
        CustomerStatistics customer = AnyCustomer.Every(36, 10, net: 100);

        CustomerValue value = CustomerValue.Of(customer, Outlook, typicalOrder: 320, margin: 0.25m);

        // (1000 + 320) / 11 an order; 6 of 10 orders are kept; a quarter is left after cost.
        Assert.Equal(120m, value.OrderValue);
        Assert.Equal(0.6, value.Retention, 1e-12);
        Assert.Equal(180m, value.Amount);
        double product = (double)value.AverageMonthly * value.Months * value.Retention * 0.25;
        Assert.Equal(180, product, 0.01);
        Assert.True(value.Low < value.Amount && value.Amount < value.High);
        Assert.Equal(ValueConfidence.High, value.Confidence);
        Assert.StartsWith("100.07 a month × 12 months × 60\u00a0% retention × 25\u00a0% margin = 180.00 (",
            ValueText.Of(value, new Wording(TextLanguage.English)));
    }

    [Fact]
    [Trait("Rule", "C20")]
    public void One_order_or_a_rule_gives_low_confidence_and_unknown_cost_leaves_revenue()
    {
        CustomerValue once = CustomerValue.Of(AnyCustomer.Every(1, 1), Outlook, null, null);
        CustomerValue ruled = CustomerValue.Of(
            AnyCustomer.Every(30, 20), Outlook with { Source = ScoreSource.Rule }, null, null);

        Assert.Equal(ValueConfidence.Low, once.Confidence);
        Assert.Equal(ValueConfidence.Low, ruled.Confidence);
        Assert.Equal(600m, ruled.Amount);
        Assert.Null(ruled.Margin);
    }

    [Fact]
    [Trait("Rule", "C09")]
    public void A_dropped_category_is_told_only_where_the_total_was_kept()
    {
        CategoryActivity coffee = new()
        {
            Category = "coffee", EarlierValue = 300, EarlierOrderDays = 5, LaterValue = 0,
        };
        CategoryActivity tea = new()
        {
            Category = "tea", EarlierValue = 700, EarlierOrderDays = 9, LaterValue = 950, LaterOrderDays = 9,
        };

        CategoryWarning warning = Assert.Single(CategoryWarning.Of([coffee, tea], new CategorySettings()));

        Assert.Equal("coffee", warning.Category);
        Assert.Equal(0.3m, warning.EarlierShare);
        Assert.Empty(CategoryWarning.Of([coffee, tea with { LaterValue = 700 }], new CategorySettings()));
        Assert.Empty(CategoryWarning.Of([coffee with { EarlierOrderDays = 2 }, tea], new CategorySettings()));
        Assert.Equal("kein Kaffee mehr: davor 300,00, jetzt 0,00; insgesamt gleich viel",
            warning.Text("Kaffee", new Wording(TextLanguage.German)));
    }

    [Fact]
    [Trait("Rule", "C17")]
    public void Contacts_and_subsidiaries_count_for_the_account_by_orders_and_by_revenue()
    {
        CustomerStatistics account = AnyCustomer.Every(30, 4, net: 100), contact = AnyCustomer.Every(40, 2, net: 400);
        Day today = AnyCustomer.Start.AddDays(100);

        HierarchyScore group = HierarchyScore.Of(
            [Part(account, 0.2, RiskLevel.High), Part(contact, 0.8, RiskLevel.Low),
                Part(contact, 0.1, RiskLevel.None, CustomerState.Objected)], today);

        Assert.Equal(2, group.Customers);
        Assert.Equal(6, group.Combined.OrderDays);
        Assert.Equal(((4 * 0.2) + (2 * 0.8)) / 6, group.ProbabilityByOrders!.Value, 1e-12);
        Assert.Equal(((400 * 0.2) + (800 * 0.8)) / 1200, group.ProbabilityByRevenue!.Value, 1e-12);
        Assert.Equal(400m, group.RevenueAtRisk);
        Assert.Equal(RiskLevel.High, group.HighestLevel);
    }

    private static HierarchyPart Part(
        CustomerStatistics statistics,
        double probability,
        RiskLevel level,
        CustomerState state = CustomerState.Active) => new()
        {
            Statistics = statistics,
            Assessment = new CustomerAssessment { State = state, Level = level, Probability = probability },
        };
}
