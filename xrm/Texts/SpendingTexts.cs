namespace CrmExtensions.Xrm.Texts;

/// <summary>The words about redemptions, second persons, transfers, joining, leaving and imports.</summary>
internal static class SpendingTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.NoteIsTooLong => "A note has at most {0:N0} characters. Shorten it.",
        UserText.CustomerIsNoMember => "This customer is no active member. Enrol the customer first.",
        UserText.CustomerIsInSeveralProgrammes => "This customer is a member of several programmes. Name one of them.",
        UserText.PointsMustBePositive => "Enter a number of points above 0.",
        UserText.RewardOrDocument => "Points pay for a reward or for a document. Choose one of the two.",
        UserText.DocumentTableIsUnknown =>
            "Points pay for a quote, a salesorder or an invoice; \"{0}\" is none of them.",
        UserText.DocumentIsMissing => "This document does not exist. Choose another one.",
        UserText.DocumentIsClosed =>
            "Document {0} can no longer be changed. Use a draft quote, an active order or an open invoice.",
        UserText.DocumentIsOfAnotherCustomer =>
            "Document {0} belongs to another customer. Choose the member of that customer.",
        UserText.PointsAreNotAvailable =>
            "{0:N0} points can be spent now; {1:N0} were asked for. Some may have been spent meanwhile: load the "
            + "member again.",
        UserText.NothingIsPayable =>
            "Points may pay at most {0:N2} here, which is less than one step. Use points for a larger document.",
        UserText.TooFewPointsToRedeem => "At least {0:N0} points have to be redeemed at once. Ask for more.",
        UserText.RewardIsNotOffered => "This reward is not offered in the member's programme. Choose another one.",
        UserText.RewardIsNotValidToday => "This reward cannot be had today. Check its dates or choose another one.",
        UserText.RewardIsOutOfStock => "This reward is out of stock. Choose another one.",
        UserText.RedemptionIsMissing => "There is no such redemption or voucher code. Check what you typed.",
        UserText.ReservationHasRunOut => "The reservation has run out. Reserve the points again.",
        UserText.RedemptionWasReleased => "The points of this redemption were given back. Reserve them again.",
        UserText.RedemptionWasReversed => "This redemption was taken back. Reserve the points again.",
        UserText.VoucherWasUsed => "This voucher was redeemed before and cannot be used again.",
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
        UserText.NoteIsTooLong => "Eine Notiz hat höchstens {0:N0} Zeichen. Kürzen Sie sie.",
        UserText.CustomerIsNoMember =>
            "Dieser Kunde ist kein aktives Mitglied. Nehmen Sie ihn zuerst in das Programm auf.",
        UserText.CustomerIsInSeveralProgrammes =>
            "Dieser Kunde ist Mitglied mehrerer Programme. Geben Sie eines davon an.",
        UserText.PointsMustBePositive => "Geben Sie eine Punktzahl über 0 ein.",
        UserText.RewardOrDocument => "Punkte bezahlen eine Prämie oder einen Beleg. Wählen Sie eines von beiden.",
        UserText.DocumentTableIsUnknown =>
            "Punkte bezahlen ein Angebot (quote), einen Auftrag (salesorder) oder eine Rechnung (invoice); "
            + "\"{0}\" ist nichts davon.",
        UserText.DocumentIsMissing => "Diesen Beleg gibt es nicht. Wählen Sie einen anderen.",
        UserText.DocumentIsClosed =>
            "Beleg {0} kann nicht mehr geändert werden. Verwenden Sie einen Angebotsentwurf, einen aktiven Auftrag "
            + "oder eine offene Rechnung.",
        UserText.DocumentIsOfAnotherCustomer =>
            "Beleg {0} gehört einem anderen Kunden. Wählen Sie dessen Mitgliedschaft.",
        UserText.PointsAreNotAvailable =>
            "Jetzt sind {0:N0} Punkte einlösbar; verlangt waren {1:N0}. Vielleicht wurden inzwischen welche "
            + "ausgegeben: Laden Sie das Mitglied neu.",
        UserText.NothingIsPayable =>
            "Punkte dürfen hier höchstens {0:N2} bezahlen, weniger als einen Einlöseschritt. Verwenden Sie sie für "
            + "einen größeren Beleg.",
        UserText.TooFewPointsToRedeem =>
            "Mindestens {0:N0} Punkte müssen auf einmal eingelöst werden. Verlangen Sie mehr.",
        UserText.RewardIsNotOffered =>
            "Diese Prämie gibt es im Programm des Mitglieds nicht. Wählen Sie eine andere.",
        UserText.RewardIsNotValidToday =>
            "Diese Prämie ist heute nicht zu haben. Prüfen Sie ihre Daten oder wählen Sie eine andere.",
        UserText.RewardIsOutOfStock => "Diese Prämie ist vergriffen. Wählen Sie eine andere.",
        UserText.RedemptionIsMissing =>
            "Diese Einlösung oder diesen Gutscheincode gibt es nicht. Prüfen Sie Ihre Eingabe.",
        UserText.ReservationHasRunOut => "Die Reservierung ist abgelaufen. Reservieren Sie die Punkte neu.",
        UserText.RedemptionWasReleased =>
            "Die Punkte dieser Einlösung wurden zurückgegeben. Reservieren Sie sie neu.",
        UserText.RedemptionWasReversed =>
            "Diese Einlösung wurde rückgängig gemacht. Reservieren Sie die Punkte neu.",
        UserText.VoucherWasUsed =>
            "Dieser Gutschein wurde schon eingelöst und kann nicht noch einmal verwendet werden.",
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
            "Kein aktives Mitglied hat diesen Empfehlungscode. Prüfen Sie Ihre Eingabe.",
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
