using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmExtensions.Domain.Loyalty;

/// <summary>
/// Opening balances as text: a header and one lot a line, separated by commas or semicolons, days as yyyy-MM-dd. All
/// lines are checked, so that a file is corrected once and not line by line.
/// </summary>
public sealed class OpeningFileParser
{
    public const int MostRows = 200, MostProblems = 20;

    private const string Customer = "customerid", Type = "customertype", Points = "points", Earned = "earnedon";
    private const string Expires = "expireson", Available = "availablefrom";
    private static readonly char[] Separators = { ',', ';' };

    private readonly List<OpeningRow> rows = new();
    private readonly List<OpeningProblem> problems = new();
    private readonly Day today;
    private string[] header = new string[0];

    private OpeningFileParser(Day today) => this.today = today;

    /// <summary>In the order of the lines; all of them valid if there are no problems.</summary>
    public IReadOnlyList<OpeningRow> Rows => rows;

    /// <summary>The first ones.</summary>
    public IReadOnlyList<OpeningProblem> Problems => problems;

    /// <param name="text">As it was sent.</param>
    /// <param name="today">In the programme's zone.</param>
    public static OpeningFileParser Read(string text, Day today)
    {
        var file = new OpeningFileParser(today);
        string[] lines = text.Replace("\r\n", "\n").Split('\n');
        int used = lines.Length;
        while (used > 0 && lines[used - 1].Trim().Length == 0) used--;
        if (used == 0 || !file.ReadHeader(lines[0])) file.Add(1, OpeningFault.HeaderMustNameKnownColumns);
        else if (used == 1) file.Add(1, OpeningFault.FileMustHaveRows);
        else if (used - 1 > MostRows) file.Add(MostRows + 2, OpeningFault.FileMustHaveAtMost200Rows);
        else file.ReadLines(lines, used);
        return file;
    }

    private void ReadLines(string[] lines, int used)
    {
        for (int line = 1; line < used && problems.Count < MostProblems; line++) ReadLine(lines[line], line + 1);
    }

    private bool ReadHeader(string line)
    {
        header = line.Split(Separators).Select(name => name.Trim().ToLowerInvariant()).ToArray();
        string[] known = { Customer, Type, Points, Earned, Expires, Available };
        return header.All(name => Array.IndexOf(known, name) >= 0)
            && header.Distinct().Count() == header.Length
            && new[] { Customer, Points, Earned }.All(name => Array.IndexOf(header, name) >= 0);
    }

    private void ReadLine(string text, int line)
    {
        string[] values = text.Split(Separators);
        if (values.Length != header.Length)
        {
            Add(line, OpeningFault.LineMustHaveAsManyValuesAsTheHeader);
            return;
        }

        string Value(string name) =>
            Array.IndexOf(header, name) is var at && at >= 0 ? values[at].Trim() : "";
        string type = Value(Type).ToLowerInvariant();
        bool hasCustomer = Guid.TryParse(Value(Customer), out Guid customer);
        bool hasPoints = int.TryParse(
            Value(Points), NumberStyles.None, CultureInfo.InvariantCulture, out int points) && points > 0;
        bool hasEarned = Day.TryParse(Value(Earned), out Day earned) && earned <= today;
        bool hasExpires = Optional(Value(Expires), out Day? expires) && (expires is null || expires >= earned);
        bool hasAvailable = Optional(Value(Available), out Day? available);
        if (!hasCustomer) Add(line, OpeningFault.CustomerMustBeAnId);
        else if (type is not ("" or "account" or "contact")) Add(line, OpeningFault.CustomerTypeMustBeAccountOrContact);
        else if (!hasPoints) Add(line, OpeningFault.PointsMustBeAWholeNumberAbove0);
        else if (!hasEarned) Add(line, OpeningFault.EarnedOnMustBeADayNotInTheFuture);
        else if (!hasExpires) Add(line, OpeningFault.ExpiresOnMustBeADayFromEarnedOn);
        else if (!hasAvailable) Add(line, OpeningFault.AvailableFromMustBeADay);
        else rows.Add(new OpeningRow
        {
            Line = line,
            CustomerId = customer,
            IsContact = type == "contact",
            Points = points,
            EarnedOn = earned,
            AvailableFrom = available,
            ExpiresOn = expires,
        });
    }

    private static bool Optional(string text, out Day? day)
    {
        bool isDay = Day.TryParse(text, out Day read);
        day = isDay ? read : null;
        return isDay || text.Length == 0;
    }

    private void Add(int line, OpeningFault fault) => problems.Add(new OpeningProblem(line, fault));
}
