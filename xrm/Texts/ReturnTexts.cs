namespace CrmExtensions.Xrm.Texts;

/// <summary>The words about returns and quotes of points.</summary>
internal static class ReturnTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.DocumentHasEarnedNothing =>
            "Nothing was earned with document {0}, so nothing can be taken back. Name the document that earned.",
        UserText.ReturnIsMoreThanWasBought =>
            "More comes back than was bought on document {0}, earlier returns included. Check the quantities.",
        UserText.ReturnLineIsUnknown =>
            "A line of the return has earned nothing on document {0}. Name lines of this document.",
        UserText.ReturnLinesAreUnreadable =>
            "Write the lines as [{{\"line\":\"id\",\"quantity\":1}}], with a quantity or an amount above 0 for each.",
        UserText.ReturnNeedsAmounts =>
            "Document {0} has too many lines to find them one by one. Name amounts instead of quantities.",
        UserText.ReturnTableIsUnknown =>
            "Goods come back of a salesorder or an invoice; \"{0}\" is neither.",
        UserText.QuoteTableIsUnknown =>
            "Points are quoted for an opportunity, a quote, a salesorder or an invoice; \"{0}\" is none of them.",
        _ => JobTexts.InEnglish(text),
    };

    public static string InGerman(UserText text) => text switch
    {
        UserText.DocumentHasEarnedNothing =>
            "Beleg {0} hat keine Punkte eingebracht, also ist nichts zurückzunehmen. Nennen Sie den Beleg, der sie "
            + "eingebracht hat.",
        UserText.ReturnIsMoreThanWasBought =>
            "Mit früheren Rückgaben kommt mehr zurück, als auf Beleg {0} gekauft wurde. Prüfen Sie die Mengen.",
        UserText.ReturnLineIsUnknown =>
            "Eine Position der Rückgabe hat auf Beleg {0} keine Punkte eingebracht. Nennen Sie Positionen dieses "
            + "Belegs.",
        UserText.ReturnLinesAreUnreadable =>
            "Schreiben Sie die Positionen als [{{\"line\":\"Kennung\",\"quantity\":1}}], jede mit Menge (quantity) "
            + "oder Betrag (amount) über 0.",
        UserText.ReturnNeedsAmounts =>
            "Beleg {0} hat zu viele Positionen, um sie einzeln zu finden. Nennen Sie Beträge (amount) statt Mengen.",
        UserText.ReturnTableIsUnknown =>
            "Waren kommen von einem Auftrag (salesorder) oder einer Rechnung (invoice) zurück; "
            + "\"{0}\" ist keines davon.",
        UserText.QuoteTableIsUnknown =>
            "Punkte werden für Verkaufschance (opportunity), Angebot (quote), Auftrag (salesorder) oder Rechnung "
            + "(invoice) vorausberechnet; \"{0}\" ist nichts davon.",
        _ => JobTexts.InGerman(text),
    };
}
