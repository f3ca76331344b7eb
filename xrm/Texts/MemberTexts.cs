namespace CrmExtensions.Xrm.Texts;

/// <summary>The words about second persons, transfers, joining, leaving, events and imports.</summary>
internal static class MemberTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.ApprovalDoesNotExist => "This approval does not exist. Choose another one.",
        UserText.ApprovalIsNotReadable => "This approval is of another kind. Decide it where it was asked for.",
        UserText.ApprovalWasDecided => "This approval was decided the other way before. Ask for the change anew.",
        UserText.ApprovalNeedsAnotherPerson => "Whoever asked cannot decide. Another supervisor has to.",
        UserText.TransferNeedsTwoMembers => "Choose two different members.",
        UserText.TooManyTransfers => "A member may send points {0:N0} times in a year. Wait for the next year.",
        UserText.TooManyPointsTransferred =>
            "A member may send {0:N0} points in a year; {1:N0} were sent already. Send fewer points.",
        UserText.ProgrammeIsNotRunning =>
            "This programme is inactive, paused or not set up completely. Ask an administrator.",
        UserText.CursorIsOfNoPreview =>
            "A cursor comes from a preview of this programme. Leave it out to begin again, or to carry the change out.",
        UserText.CustomerIsMissing => "This customer does not exist. Choose another one.",
        UserText.CustomerIsExcluded => "This customer is excluded from loyalty. Remove the exclusion first.",
        UserText.CustomerTableIsUnknown => "A customer is an account or a contact.",
        UserText.MemberCannotComeBack => "This member was merged or erased and cannot come back.",
        UserText.MemberHasOpenReservations =>
            "Points of this member are reserved. Commit or release the reservations first.",
        UserText.ReferralCodeIsUnknown => "No active member has this referral code. Check what you typed.",
        UserText.ReferralOfOneself => "Nobody can refer themselves. Use the code of another member.",
        UserText.EventIsUnknown => "Choose one of these events: {0}.",
        UserText.EventPaysNothing => "The programme gives no points for this event. Name the points, above 0.",
        UserText.ImportHasFaults => "Nothing was imported. Correct these lines and import again:{0}",
        UserText.ImportBatchIsMissing => "This import does not exist. Choose another one.",
        _ => ReturnTexts.InEnglish(text),
    };

    public static string InGerman(UserText text) => text switch
    {
        UserText.ApprovalDoesNotExist => "Diese Freigabe gibt es nicht. Wählen Sie eine andere.",
        UserText.ApprovalIsNotReadable =>
            "Diese Freigabe ist von anderer Art. Entscheiden Sie dort, wo sie verlangt wurde.",
        UserText.ApprovalWasDecided =>
            "Über diese Freigabe wurde schon anders entschieden. Verlangen Sie die Änderung neu.",
        UserText.ApprovalNeedsAnotherPerson =>
            "Wer etwas verlangt hat, kann nicht selbst entscheiden. Das muss eine andere Aufsicht tun.",
        UserText.TransferNeedsTwoMembers => "Wählen Sie zwei verschiedene Mitglieder.",
        UserText.TooManyTransfers =>
            "Ein Mitglied darf {0:N0}-mal im Jahr Punkte übertragen. Warten Sie auf das nächste Jahr.",
        UserText.TooManyPointsTransferred =>
            "Ein Mitglied darf {0:N0} Punkte im Jahr übertragen; {1:N0} waren es schon. Übertragen Sie weniger.",
        UserText.ProgrammeIsNotRunning =>
            "Dieses Programm ist inaktiv, angehalten oder unvollständig. Wenden Sie sich an die Administration.",
        UserText.CursorIsOfNoPreview =>
            "Eine Fortsetzung kommt aus einer Vorschau dieses Programms. Lassen Sie sie weg, um neu zu beginnen oder "
            + "die Änderung auszuführen.",
        UserText.CustomerIsMissing => "Diesen Kunden gibt es nicht. Wählen Sie einen anderen.",
        UserText.CustomerIsExcluded =>
            "Dieser Kunde ist vom Treueprogramm ausgenommen. Heben Sie das zuerst auf.",
        UserText.CustomerTableIsUnknown => "Ein Kunde ist eine Firma (account) oder eine Person (contact).",
        UserText.MemberCannotComeBack =>
            "Dieses Mitglied wurde zusammengeführt oder gelöscht und kann nicht zurückkehren.",
        UserText.MemberHasOpenReservations =>
            "Punkte dieses Mitglieds sind reserviert. Schließen Sie die Reservierungen zuerst ab oder geben Sie sie "
            + "zurück.",
        UserText.ReferralCodeIsUnknown =>
            "Kein aktives Mitglied hat diesen Weiterempfehlungscode. Prüfen Sie Ihre Eingabe.",
        UserText.ReferralOfOneself =>
            "Niemand kann sich selbst empfehlen. Verwenden Sie den Code eines anderen Mitglieds.",
        UserText.EventIsUnknown => "Wählen Sie eines dieser Ereignisse: {0}.",
        UserText.EventPaysNothing =>
            "Das Programm vergibt für dieses Ereignis keine Punkte. Geben Sie eine Punktzahl über 0 an.",
        UserText.ImportHasFaults =>
            "Es wurde nichts eingelesen. Berichtigen Sie diese Zeilen und lesen Sie die Datei neu ein:{0}",
        UserText.ImportBatchIsMissing => "Diesen Import gibt es nicht. Wählen Sie einen anderen.",
        _ => ReturnTexts.InGerman(text),
    };
}
