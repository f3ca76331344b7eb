using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Loyalty;

/// <summary>Reads a draft programme from JSON, strictly: docs/simulate.md lists every key with its default.</summary>
internal static class ProgrammeFile
{
    public const long LargestFile = 1_048_576;

    private const int Most = 1_000_000_000;

    public static DraftProgramme Read(string path, ProductIds products)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
                throw new ProgrammeFileException($"{path} is larger than a megabyte: that is no programme.");
            return Parse(File.ReadAllText(path), products);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ProgrammeFileException($"{path} cannot be read ({e.Message}); give --program a JSON file.", e);
        }
        catch (JsonException e)
        {
            throw new ProgrammeFileException(
                $"{path} is no JSON at line {e.LineNumber + 1}, position {e.BytePositionInLine + 1}; correct it there.",
                e);
        }
    }

    public static DraftProgramme Parse(string json, ProductIds products)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        DraftSection root = DraftSection.Root(document.RootElement);
        string name = root.Text("name", "Draft");
        DraftSection levels = root.Section("tiers");
        TierSettings settings = Settings(levels);
        Tier[] tiers = [.. levels.List("levels").Select(Tier)];
        levels.Finish();
        DraftProgramme draft = new()
        {
            Name = name,
            Programme = Programme(root, settings),
            Tiers = tiers,
            Rules = [.. root.List("rules").Select((section, index) => Rule(section, index, tiers, products))],
        };
        root.Finish();
        ProgrammeFault fault = draft.Programme.Check();
        return fault == ProgrammeFault.None
            ? draft
            : throw new ProgrammeFileException($"The programme cannot work: {fault}; see docs/simulate.md.");
    }

    private static Programme Programme(DraftSection root, TierSettings tiers)
    {
        DraftSection earning = root.Section("earning");
        DraftSection bonuses = root.Section("bonuses");
        Programme programme = new()
        {
            Id = ProductIds.Numbered(1),
            PointsPerStep = earning.Whole("pointsPerStep", 1, 1, Domain.Loyalty.Programme.HighestPointsPerStep),
            StepAmount = earning.Number("stepAmount", 1m, Domain.Loyalty.Programme.LowestStepAmount, Most),
            Returns = root.Choice("returns", NegativePolicy.WithinBalance),
            Expiry = Expiry(root.Section("expiry"), earning.Whole("holdingDays", 0, 0, 365)),
            Redemption = Redemption(root.Section("redemption")),
            Tiers = tiers,
            Bonuses = new BonusSettings { Welcome = bonuses.Whole("welcome", 0, 0, BonusSettings.Most) },
        };
        earning.Finish();
        bonuses.Finish();
        return programme;
    }

    private static ExpirySettings Expiry(DraftSection section, int holdingDays)
    {
        ExpirySettings expiry = new()
        {
            HoldingDays = holdingDays,
            Kind = section.Choice("kind", ExpiryKind.Never),
            Months = section.Whole("months", 0, 1, ExpirySettings.MostMonths),
            Years = section.Whole("years", 0, 0, ExpirySettings.MostYears),
            FixedMonth = section.Whole("month", 12, 1, 12),
            FixedDay = section.Whole("day", 31, 1, 31),
        };
        section.Finish();
        bool needsMonths = expiry.Kind is ExpiryKind.RollingMonths or ExpiryKind.Inactivity;
        return needsMonths && expiry.Months == 0
            ? throw section.Fault("months", "is missing: say after how many months points end.")
            : expiry;
    }

    private static RedemptionSettings Redemption(DraftSection section)
    {
        RedemptionSettings redemption = new()
        {
            StepPoints = section.Whole("stepPoints", 100, 1, Most),
            StepValue = section.Number("stepValue", 1m, 0.0001m, Most),
            MinimumPoints = section.Whole("minimumPoints", 0, 0, Most),
            CapPercent = section.Number("capPercent", 100m, 0m, 100m),
        };
        section.Finish();
        return redemption;
    }

    private static TierSettings Settings(DraftSection section) => new()
    {
        Window = section.Choice("window", TierWindow.CalendarYear),
        Downgrade = section.Choice("downgrade", DowngradePolicy.ByPointsAtPeriodEnd),
        GraceDays = section.Whole("graceDays", 0, 0, 365),
    };

    private static Tier Tier(DraftSection section, int index)
    {
        Tier tier = new()
        {
            Id = ProductIds.Numbered(index + 1),
            Rank = index,
            Name = section.Text("name", $"Tier {index + 1}"),
            MonthPoints = section.OptionalWhole("monthPoints", 1, Most),
            YearPoints = section.OptionalWhole("yearPoints", 1, Most),
            YearOrders = section.OptionalWhole("yearOrders", 1, Most),
            Multiplier = section.Number("multiplier", 1m, 1m, 1000m),
            ValidMonths = section.Whole("validMonths", 12, 1, ExpirySettings.MostMonths),
        };
        section.Finish();
        return tier;
    }

    private static DraftRule Rule(DraftSection section, int index, IReadOnlyList<Tier> tiers, ProductIds products)
    {
        string name = section.Text("name", $"Rule {index + 1}");
        string product = section.Text("product", "");
        string tier = section.Text("tier", "");
        Tier? least = tiers.FirstOrDefault(one => one.Name == tier);
        if (tier.Length > 0 && least is null)
            throw section.Fault("tier", $"is none of {string.Join(", ", tiers.Select(one => one.Name))}.");
        EarningRule rule = new()
        {
            Id = ProductIds.Numbered(index + 1),
            Kind = section.Choice("kind", RuleKind.Multiplier),
            Multiplier = section.Number("multiplier", 1m, 0m, EarningRule.HighestMultiplier),
            Points = section.Whole("points", 0, 0, Most),
            ProductId = product.Length > 0 ? products.Of(product) : null,
            MinimumAmount = section.OptionalNumber("minimumAmount", 0m, Most),
            MinimumTierRank = least?.Rank,
            Weekdays = EarningRule.ParseWeekdays(section.Text("weekdays", ""))
                ?? throw section.Fault("weekdays", "takes numbers from 1 (Monday) to 7 such as \"6,7\"."),
            ValidFrom = section.OptionalDay("from"),
            ValidTo = section.OptionalDay("to"),
            Priority = section.Whole("priority", 0, 0, Most),
            IsStackable = section.Flag("stackable"),
            BudgetLeft = section.OptionalWhole("budget", 1, Most),
            BudgetPolicy = section.Choice("budgetPolicy", BudgetPolicy.Clamp),
        };
        section.Finish();
        return new DraftRule(name, rule);
    }
}
