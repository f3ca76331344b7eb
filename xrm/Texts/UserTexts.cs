using System.Globalization;

namespace CrmExtensions.Xrm.Texts;

/// <summary>
/// The words for users: what is wrong and what to do. German for every German language id, English for all
/// others. Kept in
/// code, because satellite assemblies are not loaded in the sandbox.
/// </summary>
internal static class UserTexts
{
    public const int English = 1033;
    public const int German = 1031;

    private const int PrimaryLanguageBits = 0x3ff;
    private const int PrimaryGerman = German & PrimaryLanguageBits;

    public static string Render(UserText text, int languageId, params object[] values)
    {
        bool german = (languageId & PrimaryLanguageBits) == PrimaryGerman;
        CultureInfo culture = CultureInfo.GetCultureInfo(german ? "de-DE" : "en-US");
        return string.Format(culture, german ? InGerman(text) : InEnglish(text), values);
    }

    private static string InEnglish(UserText text) => text switch
    {
        UserText.EntriesAreImmutable =>
            "Ledger entries cannot be changed or deleted. Correct the balance with an adjustment instead.",
        UserText.EntriesComeFromTheLedgerOnly =>
            "Ledger entries cannot be created directly. Use the action \"Adjust points\" instead.",
        UserText.HeadIsKeptByTheLedger =>
            "Balance, sequence, hash, key and programme of a member are kept by its ledger and cannot be changed.",
        UserText.MemberStartsAtZero =>
            "A new member starts with a balance of 0. Create the member first, then adjust its points.",
        UserText.MemberNeedsProgrammeAndCustomer => "Choose the programme and the customer of the new member.",
        UserText.BalanceTooLow => "The balance is {0:N0} points; {1:N0} points cannot be taken from it.",
        UserText.AvailableTooLow =>
            "{0:N0} points can be spent today; {1:N0} points are too many. Points in their holding period count later.",
        UserText.BalanceOverflow => "The balance would become larger than a balance can be. Adjust fewer points.",
        UserText.EntryIsIncomplete => "The ledger refused the entry: {0}.",
        UserText.MemberIsMissing => "This loyalty member does not exist. Choose another one.",
        UserText.MemberIsInactive => "This loyalty member is inactive. Activate it before adjusting its points.",
        UserText.PointsMustNotBeZero => "Enter a number of points other than 0.",
        UserText.PointsAboveLimit => "At most {0:N0} points can be adjusted at once; {1:N0} were requested.",
        UserText.LimitIsNoNumber =>
            "The environment variable {0} must be a whole number of at least 0, but is \"{1}\". Ask an administrator.",
        UserText.ReasonIsUnknown => "Choose one of the reasons offered for an adjustment.",
        UserText.RequestIdIsMissingOrTooLong =>
            "Give the request an id of 1 to {0} characters that no other request has.",
        UserText.RequestIdWasUsedForSomethingElse =>
            "This request id was already used for another adjustment of this member. Use a new id.",
        _ => LifecycleTexts.InEnglish(text),
    };

    private static string InGerman(UserText text) => text switch
    {
        UserText.EntriesAreImmutable =>
            "Buchungen können weder geändert noch gelöscht werden. Berichtigen Sie den Stand mit einer Korrektur.",
        UserText.EntriesComeFromTheLedgerOnly =>
            "Buchungen können nicht direkt angelegt werden. Verwenden Sie die Aktion \"Punkte korrigieren\".",
        UserText.HeadIsKeptByTheLedger =>
            "Punktestand, Buchungsnummer, Hashwert, Schlüssel und Programm eines Mitglieds führt sein Punktekonto; "
            + "sie können nicht geändert werden.",
        UserText.MemberStartsAtZero =>
            "Ein neues Mitglied beginnt mit 0 Punkten. Legen Sie es zuerst an und korrigieren Sie dann seine Punkte.",
        UserText.MemberNeedsProgrammeAndCustomer => "Wählen Sie Programm und Kunden des neuen Mitglieds.",
        UserText.BalanceTooLow => "Der Punktestand beträgt {0:N0} Punkte; {1:N0} Punkte können nicht abgezogen werden.",
        UserText.AvailableTooLow =>
            "Heute sind {0:N0} Punkte einlösbar; {1:N0} Punkte sind zu viel. Punkte in der Sperrfrist zählen später.",
        UserText.BalanceOverflow => "Der Punktestand würde größer, als er sein kann. Korrigieren Sie weniger Punkte.",
        UserText.EntryIsIncomplete => "Das Punktekonto hat die Buchung abgelehnt: {0}.",
        UserText.MemberIsMissing => "Dieses Mitglied gibt es nicht. Wählen Sie ein anderes.",
        UserText.MemberIsInactive =>
            "Dieses Mitglied ist inaktiv. Aktivieren Sie es, bevor Sie seine Punkte korrigieren.",
        UserText.PointsMustNotBeZero => "Geben Sie eine andere Punktzahl als 0 ein.",
        UserText.PointsAboveLimit =>
            "Höchstens {0:N0} Punkte auf einmal können korrigiert werden; verlangt waren {1:N0}.",
        UserText.LimitIsNoNumber =>
            "Die Umgebungsvariable {0} muss eine ganze Zahl ab 0 sein, ist aber \"{1}\". "
            + "Wenden Sie sich an die Administration.",
        UserText.ReasonIsUnknown => "Wählen Sie einen der angebotenen Gründe für eine Korrektur.",
        UserText.RequestIdIsMissingOrTooLong =>
            "Geben Sie der Anforderung eine Kennung aus 1 bis {0} Zeichen, die keine andere Anforderung hat.",
        UserText.RequestIdWasUsedForSomethingElse =>
            "Diese Kennung gehört schon zu einer anderen Korrektur dieses Mitglieds. Verwenden Sie eine neue.",
        _ => LifecycleTexts.InGerman(text),
    };
}
