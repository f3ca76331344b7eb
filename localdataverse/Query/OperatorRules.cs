using Dataverse.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Dataverse.Local.Query;

/// <summary>What an operator asks of its column and its values.</summary>
internal static class OperatorRules
{
    public const int Unlimited = int.MaxValue;

    /// <summary>Faults for an operator that the column's type does not know (texts of days, days of texts).</summary>
    public static void Check(Source source, Column column, ConditionOperator op)
    {
        bool fits = op switch
        {
            ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues =>
                column.Type == ColumnType.MultiChoice,
            ConditionOperator.Equal or ConditionOperator.NotEqual or ConditionOperator.In or ConditionOperator.NotIn
                or ConditionOperator.Null or ConditionOperator.NotNull => true,
            _ when column.Type == ColumnType.MultiChoice => false,
            _ when IsPattern(op) => column.IsText,
            _ when IsOfDates(op) => column.Type == ColumnType.DateTime,
            _ when IsOfPeople(op) => column.IsLookup || column.Type == ColumnType.UniqueIdentifier,
            ConditionOperator.EqualUserLanguage => column.Type == ColumnType.Integer,
            _ => true,
        };
        if (!fits) throw QueryFault.WrongOperator(source.Table.LogicalName, column, op);
    }

    public static int LeastCount(ConditionOperator op) => op switch
    {
        ConditionOperator.Between or ConditionOperator.NotBetween => 2,
        ConditionOperator.Null or ConditionOperator.NotNull or ConditionOperator.Yesterday or ConditionOperator.Today
            or ConditionOperator.Tomorrow or ConditionOperator.Last7Days or ConditionOperator.Next7Days => 0,
        >= ConditionOperator.LastWeek and <= ConditionOperator.NextMonth => 0,
        >= ConditionOperator.LastYear and <= ConditionOperator.NextYear => 0,
        >= ConditionOperator.ThisFiscalYear and <= ConditionOperator.LastFiscalPeriod => 0,
        ConditionOperator.EqualUserLanguage => 0,
        _ => IsOfPeople(op) ? 0 : 1,
    };

    public static int MostCount(ConditionOperator op, Column column) => op switch
    {
        ConditionOperator.In or ConditionOperator.NotIn or ConditionOperator.ContainValues
            or ConditionOperator.DoesNotContainValues => Unlimited,
        ConditionOperator.Equal or ConditionOperator.NotEqual when column.Type == ColumnType.MultiChoice => Unlimited,
        ConditionOperator.InFiscalPeriodAndYear or ConditionOperator.InOrBeforeFiscalPeriodAndYear
            or ConditionOperator.InOrAfterFiscalPeriodAndYear => 2,
        _ => LeastCount(op),
    };

    /// <summary>The value is a number of hours, days, weeks ... instead of one of the column's type.</summary>
    public static bool TakesCount(ConditionOperator op) =>
        op is (>= ConditionOperator.LastXHours and <= ConditionOperator.NextXYears)
            or ConditionOperator.OlderThanXMonths
            or (>= ConditionOperator.OlderThanXYears and <= ConditionOperator.OlderThanXMinutes)
            or (>= ConditionOperator.LastXFiscalYears and <= ConditionOperator.InOrAfterFiscalPeriodAndYear);

    public static bool IsPattern(ConditionOperator op) =>
        op is ConditionOperator.Like or ConditionOperator.NotLike
            or (>= ConditionOperator.BeginsWith and <= ConditionOperator.DoesNotEndWith);

    private static bool IsOfDates(ConditionOperator op) =>
        op is (>= ConditionOperator.Yesterday and <= ConditionOperator.NextXYears) or ConditionOperator.NotOn
            or (>= ConditionOperator.ThisFiscalYear and <= ConditionOperator.InOrAfterFiscalPeriodAndYear)
        || TakesCount(op);

    private static bool IsOfPeople(ConditionOperator op) =>
        op is (>= ConditionOperator.EqualUserId and <= ConditionOperator.NotEqualBusinessId)
            or ConditionOperator.EqualUserTeams or ConditionOperator.EqualUserOrUserTeams
            or ConditionOperator.EqualUserOrUserHierarchy or ConditionOperator.EqualUserOrUserHierarchyAndTeams;
}
