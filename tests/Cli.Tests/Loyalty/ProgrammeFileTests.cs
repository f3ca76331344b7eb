using CrmExtensions.Cli.Loyalty;
using CrmExtensions.Domain;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Cli.Tests.Loyalty;

public sealed class ProgrammeFileTests
{
    [Fact]
    public void An_empty_draft_is_the_default_programme()
    {
        DraftProgramme draft = ProgrammeFile.Parse("{}", new ProductIds());

        Assert.Equal(ProgrammeFault.None, draft.Programme.Check());
        Assert.Equal(ExpiryKind.Never, draft.Programme.Expiry.Kind);
        Assert.Empty(draft.Tiers);
        Assert.Empty(draft.Rules);
    }

    [Fact]
    public void The_example_of_the_documentation_is_read()
    {
        string page = File.ReadAllText(Path.Combine(CrmExtensions.Tests.RepositoryRoot.Path, "docs", "simulate.md"));
        string json = page.Split("```json")[1].Split("```")[0];
        ProductIds products = new();

        DraftProgramme draft = ProgrammeFile.Parse(json, products);

        Assert.Equal(14, draft.Programme.Expiry.HoldingDays);
        Assert.Equal(12, draft.Programme.Expiry.Months);
        Assert.Equal([0, 1, 2], draft.Tiers.Select(tier => tier.Rank));
        Assert.True(draft.Tiers[0].IsForEverybody);
        Assert.Equal([6, 7], draft.Rules[0].Rule.Weekdays);
        Assert.Equal(new Day(2026, 3, 31), draft.Rules[0].Rule.ValidTo);
        Assert.Equal(products.Of("MACH-01"), draft.Rules[1].Rule.ProductId);
        Assert.Equal(500_000, draft.Rules[1].Rule.BudgetLeft);
    }

    [Theory]
    [InlineData("[]", "$ must be an object, not [].")]
    [InlineData("{\"expiri\":{}}", "$.expiri is unknown; known here: name, tiers")]
    [InlineData("{\"earning\":{\"pointPerStep\":2}}", "$.earning.pointPerStep is unknown; known here: pointsPerStep")]
    [InlineData("{\"earning\":{\"pointsPerStep\":0}}", "$.earning.pointsPerStep takes a whole number from 1 to")]
    [InlineData("{\"earning\":{\"pointsPerStep\":\"2\"}}", "$.earning.pointsPerStep takes a whole number")]
    [InlineData("{\"name\":1,\"name\":2}", "$.name stands twice")]
    [InlineData("{\"expiry\":{\"kind\":\"rolling\"}}", "$.expiry.kind takes one of never, rollingMonths")]
    [InlineData("{\"expiry\":{\"kind\":\"rollingMonths\"}}", "$.expiry.months is missing")]
    [InlineData("{\"rules\":{}}", "$.rules takes a list in square brackets, not {}")]
    [InlineData("{\"rules\":[{\"tier\":\"Gold\"}]}", "$.rules[0].tier is none of")]
    [InlineData("{\"rules\":[{\"weekdays\":\"8\"}]}", "$.rules[0].weekdays takes numbers from 1 (Monday) to 7")]
    [InlineData("{\"rules\":[{\"from\":\"1.3.2026\"}]}", "$.rules[0].from takes a day such as \"2026-12-31\"")]
    [InlineData("{\"rules\":[{\"stackable\":1}]}", "$.rules[0].stackable takes true or false, not 1.")]
    [InlineData("{\"tiers\":{\"levels\":[{\"yearPoints\":0}]}}", "$.tiers.levels[0].yearPoints takes a whole number")]
    public void What_is_wrong_is_said_with_its_place_and_remedy(string json, string start)
    {
        ProgrammeFileException fault = Assert.Throws<ProgrammeFileException>(
            () => ProgrammeFile.Parse(json, new ProductIds()));

        Assert.StartsWith(start, fault.Message);
    }
}
