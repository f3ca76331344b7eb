namespace CrmExtensions.Xrm.Texts;

/// <summary>The words around merging, verification, data protection and reports; see <see cref="UserTexts"/>.</summary>
internal static class LifecycleTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.MembersMustDiffer => "A member cannot be merged with itself. Choose two members.",
        UserText.MembersAreOfDifferentProgrammes =>
            "Members of different programmes cannot be merged. Choose two members of one programme.",
        UserText.OnlyActiveMembersMerge =>
            "Only active members can be merged. One of them has left, is frozen, was merged or was erased.",
        UserText.MemberWasNotMerged => "This member was not merged into another one, so there is nothing to undo.",
        UserText.StayingMemberIsInactive =>
            "The member that got the points is inactive. Undo its own merge or activate it first.",
        UserText.FirstCustomerIsGone =>
            "The customer that this member belonged to does not exist any more. Transfer points instead.",
        UserText.CustomerPointsAreKept =>
            "Points, tier and next expiry of a customer are shown by the loyalty programme and cannot be changed. "
            + "Use the action \"Adjust points\" instead.",
        _ => SpendingTexts.InEnglish(text),
    };

    public static string InGerman(UserText text) => text switch
    {
        UserText.MembersMustDiffer =>
            "Ein Mitglied kann nicht mit sich selbst zusammengeführt werden. Wählen Sie zwei Mitglieder.",
        UserText.MembersAreOfDifferentProgrammes =>
            "Mitglieder verschiedener Programme können nicht zusammengeführt werden. "
            + "Wählen Sie zwei Mitglieder eines Programms.",
        UserText.OnlyActiveMembersMerge =>
            "Nur aktive Mitglieder können zusammengeführt werden. Eines ist ausgetreten, eingefroren, schon "
            + "zusammengeführt oder gelöscht.",
        UserText.MemberWasNotMerged =>
            "Dieses Mitglied wurde nicht mit einem anderen zusammengeführt; es gibt nichts rückgängig zu machen.",
        UserText.StayingMemberIsInactive =>
            "Das Mitglied, das die Punkte bekam, ist inaktiv. Machen Sie zuerst dessen Zusammenführung rückgängig "
            + "oder aktivieren Sie es.",
        UserText.FirstCustomerIsGone =>
            "Den Kunden, zu dem dieses Mitglied gehörte, gibt es nicht mehr. Übertragen Sie stattdessen Punkte.",
        UserText.CustomerPointsAreKept =>
            "Punkte, Stufe und nächsten Verfall eines Kunden zeigt das Treueprogramm; sie können nicht geändert "
            + "werden. Verwenden Sie die Aktion \"Punkte korrigieren\".",
        _ => SpendingTexts.InGerman(text),
    };
}
