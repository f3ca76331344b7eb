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
        UserText.MemberIsErased =>
            "The customer of this member was forgotten. Nothing is given to it any more.",
        UserText.LedgerIsDamaged =>
            "The points of this member do not agree with its ledger, so nothing was posted. An administrator verifies "
            + "and repairs the ledger, then repeat this.",
        UserText.StayingMemberIsInactive =>
            "The member that got the points is inactive. Undo its own merge or activate it first.",
        UserText.FirstCustomerIsGone =>
            "The customer that this member belonged to does not exist any more. Transfer points instead.",
        UserText.CustomerPointsAreKept =>
            "Points, tier and next expiry of a customer are shown by the loyalty programme and cannot be changed. "
            + "Use the action \"Adjust points\" instead.",
        UserText.LedgerIsSound => "The member agrees with its entries; there is nothing to repair.",
        UserText.ChainIsBroken =>
            "Entry {0} was changed, removed or added ({1}). No repair heals that: compare with an exported ledger or a "
            + "backup.",
        UserText.ApprovalIsMissing => "There is no such repair. Prepare it first.",
        UserText.ApprovalIsDecided => "This approval was decided already. Prepare a new one if it is still needed.",
        UserText.AnotherPersonConfirms =>
            "Whoever prepared a repair cannot confirm it. Ask another administrator to confirm it.",
        UserText.RepairIsOutdated =>
            "The member has changed since the repair was prepared. Verify it and prepare the repair again.",
        UserText.OneCustomerIsNeeded => "Name an account or a contact, and not both.",
        UserText.ErasedName => "Erased",
        UserText.ReservationIsOpen =>
            "The customer still has points reserved. Release or commit the open redemption first.",
        UserText.FormatIsUnknown => "The format \"{0}\" is not known. Use \"json\" or \"csv\".",
        UserText.CarriedIsNoTotal => "Pass the total of the page before unchanged, or nothing for the first page.",
        UserText.ProgrammeDoesNotExist => "This loyalty programme does not exist. Choose another one.",
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
        UserText.MemberIsErased =>
            "Der Kunde dieses Mitglieds wurde vergessen. Ihm wird nichts mehr gutgeschrieben.",
        UserText.LedgerIsDamaged =>
            "Die Punkte dieses Mitglieds stimmen nicht mit seinem Punktekonto überein, daher wurde nichts gebucht. "
            + "Ein Administrator prüft und repariert das Konto, danach wiederholen Sie den Vorgang.",
        UserText.StayingMemberIsInactive =>
            "Das Mitglied, das die Punkte bekam, ist inaktiv. Machen Sie zuerst dessen Zusammenführung rückgängig "
            + "oder aktivieren Sie es.",
        UserText.FirstCustomerIsGone =>
            "Den Kunden, zu dem dieses Mitglied gehörte, gibt es nicht mehr. Übertragen Sie stattdessen Punkte.",
        UserText.CustomerPointsAreKept =>
            "Punkte, Stufe und nächsten Verfall eines Kunden zeigt das Treueprogramm; sie können nicht geändert "
            + "werden. Verwenden Sie die Aktion \"Punkte korrigieren\".",
        UserText.LedgerIsSound => "Das Mitglied stimmt mit seinen Buchungen überein; es gibt nichts zu berichtigen.",
        UserText.ChainIsBroken =>
            "Buchung {0} wurde geändert, entfernt oder hinzugefügt ({1}). Das heilt keine Berichtigung: Vergleichen "
            + "Sie mit einer Ausgabe der Buchungen oder einer Sicherung.",
        UserText.ApprovalIsMissing => "Diese Berichtigung gibt es nicht. Bereiten Sie sie zuerst vor.",
        UserText.ApprovalIsDecided =>
            "Über diese Freigabe ist schon entschieden. Bereiten Sie bei Bedarf eine neue vor.",
        UserText.AnotherPersonConfirms =>
            "Wer eine Berichtigung vorbereitet hat, kann sie nicht bestätigen. Bitten Sie eine andere Person aus der "
            + "Administration darum.",
        UserText.RepairIsOutdated =>
            "Das Mitglied hat sich seit der Vorbereitung geändert. Prüfen Sie es und bereiten Sie die Berichtigung "
            + "neu vor.",
        UserText.OneCustomerIsNeeded => "Nennen Sie eine Firma oder einen Kontakt, nicht beide.",
        UserText.ErasedName => "Gelöscht",
        UserText.ReservationIsOpen =>
            "Für den Kunden sind noch Punkte reserviert. Geben Sie die offene Einlösung frei "
            + "oder schließen Sie sie ab.",
        UserText.FormatIsUnknown => "Das Format \"{0}\" ist unbekannt. Verwenden Sie \"json\" oder \"csv\".",
        UserText.CarriedIsNoTotal =>
            "Übergeben Sie den Übertrag der vorigen Seite unverändert, bei der ersten Seite nichts.",
        UserText.ProgrammeDoesNotExist => "Dieses Treueprogramm gibt es nicht. Wählen Sie ein anderes.",
        _ => SpendingTexts.InGerman(text),
    };
}
