using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Text;
using Dataverse.Local.Metadata;
using Dataverse.Local.Query;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Tests.Query;

/// <summary>Every operator with its SQL; what is refused says so.</summary>
public sealed class SqlOperatorTests
{
    /// <summary>The list of Learn's page "condition operator values", and the older spelling of ne.</summary>
    private const string OperatorsOnLearn = """
        above begins-with between contain-values ends-with eq eq-businessid eq-or-above eq-or-under eq-userid
        eq-userlanguage eq-useroruserhierarchy eq-useroruserhierarchyandteams eq-useroruserteams eq-userteams ge
        gt in in-fiscal-period in-fiscal-period-and-year in-fiscal-year in-or-after-fiscal-period-and-year
        in-or-before-fiscal-period-and-year last-fiscal-period last-fiscal-year last-month last-seven-days
        last-week last-x-days last-x-fiscal-periods last-x-fiscal-years last-x-hours last-x-months last-x-weeks
        last-x-years last-year le like lt ne ne-businessid ne-userid neq next-fiscal-period next-fiscal-year
        next-month next-seven-days next-week next-x-days next-x-fiscal-periods next-x-fiscal-years next-x-hours
        next-x-months next-x-weeks next-x-years next-year not-begin-with not-between not-contain-values
        not-end-with not-in not-like not-null not-on not-under null olderthan-x-days olderthan-x-hours
        olderthan-x-minutes olderthan-x-months olderthan-x-weeks olderthan-x-years on on-or-after on-or-before
        this-fiscal-period this-fiscal-year this-month this-week this-year today tomorrow under yesterday
        """;

    private const string Row = "aaaaaaaa-0000-0000-0000-000000000001";

    [Fact]
    public void Operators_of_the_sdk()
    {
        StringBuilder text = new();
        foreach (ConditionOperator op in Enum.GetValues<ConditionOperator>().Where(op => !IsRelative(op)))
            text.Append(CultureInfo.InvariantCulture, $"{op,-32} {Written(op)}\n");
        Approved.Check(text.ToString());
    }

    [Fact]
    public void Operators_of_FetchXML_are_known()
    {
        string[] names = OperatorsOnLearn.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(84, names.Select(FetchOperators.Of).Count());
    }

    [Fact]
    public void Date_operators_in_the_users_time_zone()
    {
        StringBuilder text = new();
        Table accounts = Translation.Catalog.Get("account");
        foreach (ConditionOperator op in Enum.GetValues<ConditionOperator>().Where(IsRelative))
        {
            Condition condition = new(
                new Source(accounts, "account"), accounts.Columns["createdon"], op,
                TakesDay(op) ? [new DateTime(2026, 3, 29)] : TakesNumber(op) ? [2] : []);
            SelectQuery query = new(condition.Source) { Top = 1 };
            condition.Source.Filter = new Filter { Conditions = { condition } };
            SqlText sql = Translation.Of(query, "Europe/Berlin").Translate();
            string[] lines = sql.Text.Split('\n');
            text.Append(CultureInfo.InvariantCulture, $"{op,-20} {lines[2].Replace("\"account\".", "")}");
            text.AppendLine("  " + string.Join(", ", sql.Parameters.Take(sql.Parameters.Count - 1).Select(Day)));
        }

        Approved.Check(text.ToString());
    }

    private static bool IsRelative(ConditionOperator op) =>
        op is >= ConditionOperator.Yesterday and <= ConditionOperator.NextXYears or ConditionOperator.NotOn
            or ConditionOperator.OlderThanXMonths
            or >= ConditionOperator.OlderThanXYears and <= ConditionOperator.OlderThanXMinutes;

    private static bool TakesDay(ConditionOperator op) =>
        op is ConditionOperator.On or ConditionOperator.NotOn or ConditionOperator.OnOrAfter
            or ConditionOperator.OnOrBefore;

    private static bool TakesNumber(ConditionOperator op) => op.ToString().Contains('X', StringComparison.Ordinal);

    private static string Day(object seconds) =>
        DateTime.UnixEpoch.AddSeconds((long)seconds).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Written(ConditionOperator op)
    {
        try
        {
            QueryExpression query = new(op.ToString().Contains("Values", StringComparison.Ordinal)
                ? "test_person"
                : "account");
            query.Criteria.AddCondition(new ConditionExpression(ColumnOf(op), op, ValuesOf(op)));
            query.TopCount = 1;
            SqlText sql = Translation.Of(QueryReader.Read(query, Translation.Catalog)).Translate();
            string test = sql.Text.Split('\n').Single(line => line.StartsWith("WHERE ", StringComparison.Ordinal));
            return $"{test[6..].Replace("\"account\".", "")}    {Translation.ValuesOf(sql, " ").TrimEnd()}";
        }
        catch (FaultException<OrganizationServiceFault> refused)
        {
            return "refused: " + refused.Message;
        }
    }

    private static string ColumnOf(ConditionOperator op) => op switch
    {
        ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues => "test_hobbies",
        ConditionOperator.EqualBusinessId or ConditionOperator.NotEqualBusinessId => "owningbusinessunit",
        ConditionOperator.EqualUserLanguage => "numberofemployees",
        _ when IsText(op) => "name",
        _ when op.ToString().Contains("User", StringComparison.Ordinal) => "ownerid",
        >= ConditionOperator.Under and <= ConditionOperator.AboveOrEqual => "accountid",
        _ when op.ToString().Contains("Fiscal", StringComparison.Ordinal) => "createdon",
        _ => "numberofemployees",
    };

    private static bool IsText(ConditionOperator op) =>
        op is ConditionOperator.Like or ConditionOperator.NotLike or ConditionOperator.Contains
            or ConditionOperator.DoesNotContain
            or (>= ConditionOperator.BeginsWith and <= ConditionOperator.DoesNotEndWith);

    private static object[] ValuesOf(ConditionOperator op) => op switch
    {
        ConditionOperator.Between or ConditionOperator.NotBetween or ConditionOperator.In or ConditionOperator.NotIn
            or ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues => [1, 2],
        _ when OperatorRules.LeastCount(op) == 0 => [],
        _ when IsText(op) => ["Mü%"],
        >= ConditionOperator.Under and <= ConditionOperator.AboveOrEqual => [Guid.Parse(Row)],
        _ => [5],
    };
}
