using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmExtensions.Domain.Loyalty;

namespace CrmExtensions.Xrm.Texts;

/// <summary>The lines of a refused import, in the language of whoever reads them.</summary>
internal sealed class OpeningProblems : IFormattable
{
    private readonly IReadOnlyList<OpeningProblem> problems;

    public OpeningProblems(IReadOnlyList<OpeningProblem> problems) => this.problems = problems;

    public override string ToString() => ToString(null, CultureInfo.InvariantCulture);

    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        bool german = formatProvider is CultureInfo { TwoLetterISOLanguageName: "de" };
        return string.Concat(problems.Select(problem => string.Format(
            CultureInfo.InvariantCulture,
            german ? "\nZeile {0}: {1}" : "\nLine {0}: {1}",
            problem.Line,
            german ? InGerman(problem.Fault) : InEnglish(problem.Fault))));
    }

    private static string InEnglish(OpeningFault fault) => fault switch
    {
        OpeningFault.HeaderMustNameKnownColumns =>
            "name the columns customerid, points, earnedon and if needed customertype, expireson, availablefrom.",
        OpeningFault.FileMustHaveRows => "add at least one row below the header.",
        OpeningFault.FileMustHaveAtMost200Rows => "send at most 200 rows at once.",
        OpeningFault.LineMustHaveAsManyValuesAsTheHeader => "give as many values as the header has columns.",
        OpeningFault.CustomerMustBeAnId => "give the id of an account or a contact.",
        OpeningFault.CustomerTypeMustBeAccountOrContact => "write account or contact.",
        OpeningFault.PointsMustBeAWholeNumberAbove0 => "give a whole number of points above 0.",
        OpeningFault.EarnedOnMustBeADayNotInTheFuture => "give the earned day as yyyy-MM-dd, not in the future.",
        OpeningFault.ExpiresOnMustBeADayFromEarnedOn => "give the last day as yyyy-MM-dd, not before the earned day.",
        OpeningFault.AvailableFromMustBeADay => "give the day as yyyy-MM-dd.",
        OpeningFault.CustomerMustExist => "this customer does not exist; check id and type.",
        OpeningFault.CustomerMustNotBeExcluded => "this customer is excluded; remove the exclusion.",
        OpeningFault.MemberMustBeActive => "this member has left; enrol it again.",
        _ => fault.ToString(),
    };

    private static string InGerman(OpeningFault fault) => fault switch
    {
        OpeningFault.HeaderMustNameKnownColumns =>
            "nennen Sie die Spalten customerid, points, earnedon und bei Bedarf customertype, expireson, "
            + "availablefrom.",
        OpeningFault.FileMustHaveRows => "fügen Sie unter der Kopfzeile mindestens eine Zeile ein.",
        OpeningFault.FileMustHaveAtMost200Rows => "senden Sie höchstens 200 Zeilen auf einmal.",
        OpeningFault.LineMustHaveAsManyValuesAsTheHeader => "geben Sie so viele Werte an, wie die Kopfzeile hat.",
        OpeningFault.CustomerMustBeAnId => "geben Sie die Kennung einer Firma oder einer Person an.",
        OpeningFault.CustomerTypeMustBeAccountOrContact => "schreiben Sie account oder contact.",
        OpeningFault.PointsMustBeAWholeNumberAbove0 => "geben Sie eine ganze Punktzahl über 0 an.",
        OpeningFault.EarnedOnMustBeADayNotInTheFuture =>
            "geben Sie den Tag des Erwerbs als JJJJ-MM-TT an, nicht in der Zukunft.",
        OpeningFault.ExpiresOnMustBeADayFromEarnedOn =>
            "geben Sie den letzten Tag als JJJJ-MM-TT an, nicht vor dem Tag des Erwerbs.",
        OpeningFault.AvailableFromMustBeADay => "geben Sie den Tag als JJJJ-MM-TT an.",
        OpeningFault.CustomerMustExist => "diesen Kunden gibt es nicht; prüfen Sie Kennung und Art.",
        OpeningFault.CustomerMustNotBeExcluded => "dieser Kunde ist ausgenommen; heben Sie das auf.",
        OpeningFault.MemberMustBeActive => "dieses Mitglied ist ausgetreten; nehmen Sie es wieder auf.",
        _ => fault.ToString(),
    };
}
