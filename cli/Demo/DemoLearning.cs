using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using Dataverse.Local;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Cli.Demo;

/// <summary>
/// Trains inside the environment, as its jobs do it in the night, and reads what came of it. The morning after the last
/// order: what was ordered on a day counts from the next one on.
/// </summary>
internal sealed class DemoLearning(LocalDataverse environment, OrderClock clock, Business business, MasterData data)
{
    private const int Shown = 5;
    private const int SuggestedCustomers = 3;
    private const int TopPartners = 3;
    private const int MorningHour = 6;

    private readonly IOrganizationService service = environment.Connect();

    public LearningFigures Execute()
    {
        Stopwatch watch = Stopwatch.StartNew();
        clock.AdvanceTo(clock.GetUtcNow().UtcDateTime.Date.AddDays(1).AddHours(MorningHour));
        service.Execute(new OrganizationRequest(LearningNames.TrainChurn));
        environment.RunAsyncJobs();
        Repeat(LearningNames.CountBaskets);
        Repeat(LearningNames.RankPairs);
        environment.RunAsyncJobs();
        return Read(watch.Elapsed.TotalSeconds);
    }

    private void Repeat(string message)
    {
        while ((bool)service.Execute(new OrganizationRequest(message))[LearningNames.IsMore])
        {
        }
    }

    private LearningFigures Read(double seconds)
    {
        Entity? run = Rows.All(service, LearningNames.ModelRun, LearningNames.ModelRun + "id", LearningNames.OfModelRun)
            .FirstOrDefault(row => row.GetAttributeValue<bool>(LearningNames.IsActive) && IsFirstKind(row));
        List<Entity> customers = [.. Customers("account"), .. Customers("contact")];
        List<Entity> pairs = [.. Rows.All(
            service, LearningNames.Affinity, LearningNames.Affinity + "id", LearningNames.OfAffinity)];
        return new LearningFigures
        {
            Seconds = seconds,
            ChurnGate = Text(run, LearningNames.Gate) is { Length: > 0 } gate ? gate : "not trained",
            Auc = run?.GetAttributeValue<decimal?>(LearningNames.Auc),
            TrainedCustomers = run?.GetAttributeValue<int?>(LearningNames.Customers) ?? 0,
            Standings = Standings(customers),
            AtRisk = AtRisk(customers),
            LearnedPairs = pairs.Count(IsFirstKind),
            PlantedPairs = business.PlantedPairs.Count,
            PlantedPairsFound = business.PlantedPairs.Count(pair => pairs.Any(row => IsPlanted(row, pair))),
            Suggestions = [.. customers
                .OrderByDescending(row => row.GetAttributeValue<decimal?>(LearningNames.TotalSpend) ?? 0m)
                .ThenBy(row => row.Id)
                .Take(SuggestedCustomers)
                .SelectMany(Suggestions)],
        };
    }

    private IEnumerable<Entity> Customers(string table) =>
        Rows.All(service, table, table + "id", [NameColumn(table), .. LearningNames.OfCustomer])
            .Where(row => row.Contains(LearningNames.RiskState));

    private static string NameColumn(string table) => table == "account" ? "name" : "fullname";

    private IReadOnlyList<StandingFigures> Standings(IEnumerable<Entity> customers)
    {
        Dictionary<Guid, string> segments = business.Customers.ToDictionary(
            customer => data.Customer(customer.Id).Id, customer => customer.Segment);
        return [.. customers
            .GroupBy(row => (Standing: StandingOf(row), Segment: segments.GetValueOrDefault(row.Id, "")))
            .OrderBy(group => group.Key.Standing, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Segment, StringComparer.Ordinal)
            .Select(group => new StandingFigures(group.Key.Standing, group.Key.Segment, group.Count()))];
    }

    private static string StandingOf(Entity row)
    {
        string state = Text(row, LearningNames.RiskState), level = Text(row, LearningNames.RiskLevel);
        return Level(row) == 0 ? state : $"{state}, {level.ToLowerInvariant()} risk";
    }

    private static int Level(Entity row) =>
        (row.GetAttributeValue<OptionSetValue>(LearningNames.RiskLevel)?.Value ?? Names.FirstOption)
        - Names.FirstOption;

    private static IReadOnlyList<CustomerAtRisk> AtRisk(IEnumerable<Entity> customers) =>
        [.. customers
            .Where(row => Level(row) == LearningNames.HighRisk)
            .OrderByDescending(row => row.GetAttributeValue<decimal?>(LearningNames.TotalSpend) ?? 0m)
            .ThenBy(row => row.Id)
            .Take(Shown)
            .Select(row => new CustomerAtRisk(
                row.GetAttributeValue<string>(NameColumn(row.LogicalName)) ?? "",
                row.GetAttributeValue<DateTime?>(LearningNames.HighRiskOn),
                row.GetAttributeValue<decimal?>(LearningNames.TotalSpend) ?? 0m,
                (row.GetAttributeValue<string>(LearningNames.RiskReasons) ?? "").ReplaceLineEndings("; ")))];

    /// <summary>Of model runs those of purchases, of pairs those learned from orders.</summary>
    private static bool IsFirstKind(Entity row) =>
        row.GetAttributeValue<OptionSetValue>(LearningNames.Kind)?.Value == Names.FirstOption;

    private bool IsPlanted(Entity row, PlantedPair pair) => IsFirstKind(row)
        && row.GetAttributeValue<int>(LearningNames.Rank) <= TopPartners
        && row.GetAttributeValue<EntityReference>(LearningNames.Product)?.Id == data.Product(pair.First).Id
        && row.GetAttributeValue<EntityReference>(LearningNames.Partner)?.Id == data.Product(pair.Second).Id;

    private IEnumerable<SuggestionOfDemo> Suggestions(Entity customer)
    {
        OrganizationResponse answer = service.Execute(new OrganizationRequest(LearningNames.Recommend)
        {
            [LearningNames.CustomerTable] = customer.LogicalName,
            [LearningNames.CustomerId] = customer.Id,
            [LearningNames.Top] = 2,
        });
        string name = customer.GetAttributeValue<string>(NameColumn(customer.LogicalName)) ?? "";
        return Items(answer, LearningNames.GoesWith, "goes with it").Concat(
            Items(answer, LearningNames.BuyAgain, "buy again")).ToArray();

        IEnumerable<SuggestionOfDemo> Items(OrganizationResponse from, string list, string label)
        {
            using JsonDocument items = JsonDocument.Parse((string)from[list]);
            return [.. items.RootElement.EnumerateArray().Select(item => new SuggestionOfDemo(
                name, label, item.GetProperty("product").GetString()!, item.GetProperty("textEn").GetString()!))];
        }
    }

    private static string Text(Entity? row, string column) =>
        row is not null && row.FormattedValues.TryGetValue(column, out string? text) ? text : "";
}
