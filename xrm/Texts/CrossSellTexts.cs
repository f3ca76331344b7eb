namespace CrmExtensions.Xrm.Texts;

/// <summary>The words about recommendations.</summary>
internal static class CrossSellTexts
{
    public static string InEnglish(UserText text) => text switch
    {
        UserText.RecommendationNeedsCustomerOrDocument => "Name a customer, or an opportunity, quote or order.",
        UserText.RecommendationTableIsUnknown =>
            "Products are recommended for an opportunity, a quote or an order (salesorder); \"{0}\" is none of them.",
        UserText.RecommendationIsNotForCaller =>
            "This customer or document does not exist, or you may not read it. Choose another one.",
        UserText.RecommendationIsForAnotherCustomer => "The document belongs to another customer. Name only one.",
        UserText.RecommendedProductIsMissing => "This product does not exist, or you may not read it. Choose another.",
        UserText.RecommendedProductIsNotSold =>
            "\"{0}\" cannot be sold today: it is retired, a draft, a family or outside its validity. Choose another.",
        UserText.RecommendedProductIsNotListed =>
            "\"{0}\" is not on the price list of this document, or the list is not valid today.",
        UserText.DocumentTakesNoLines => "This document is closed and takes no more lines. Reopen it first.",
        UserText.RecommendationQuantityMustBePositive => "Enter a quantity above 0.",
        UserText.RejectReasonIsUnknown => "Choose one of the reasons offered for a rejection.",
        UserText.RequestIdIsOfAnotherRecommendation =>
            "This request id was already used for another recommendation. Use a new id.",
        UserText.RejectionNeedsCustomer =>
            "Only what was recommended to a customer can be rejected. Name the customer.",
        UserText.TooManyOrdersToRecount =>
            "More than 500,000 orders are counted, which one call cannot read. Delete baskets of old orders first.",
        _ => text.ToString(),
    };

    public static string InGerman(UserText text) => text switch
    {
        UserText.RecommendationNeedsCustomerOrDocument =>
            "Nennen Sie einen Kunden oder eine Verkaufschance, ein Angebot oder einen Auftrag.",
        UserText.RecommendationTableIsUnknown =>
            "Produkte werden zu Verkaufschance (opportunity), Angebot (quote) oder Auftrag (salesorder) empfohlen; "
            + "\"{0}\" ist nichts davon.",
        UserText.RecommendationIsNotForCaller =>
            "Diesen Kunden oder Beleg gibt es nicht, oder Sie dürfen ihn nicht lesen. Wählen Sie einen anderen.",
        UserText.RecommendationIsForAnotherCustomer =>
            "Der Beleg gehört einem anderen Kunden. Nennen Sie nur eines von beiden.",
        UserText.RecommendedProductIsMissing =>
            "Dieses Produkt gibt es nicht, oder Sie dürfen es nicht lesen. Wählen Sie ein anderes.",
        UserText.RecommendedProductIsNotSold =>
            "\"{0}\" ist heute nicht verkäuflich: eingestellt, Entwurf, Produktfamilie oder außerhalb der Gültigkeit. "
            + "Wählen Sie ein anderes.",
        UserText.RecommendedProductIsNotListed =>
            "\"{0}\" steht nicht auf der Preisliste dieses Belegs, oder die Preisliste gilt heute nicht.",
        UserText.DocumentTakesNoLines =>
            "Dieser Beleg ist abgeschlossen und nimmt keine Positionen mehr auf. Öffnen Sie ihn zuerst wieder.",
        UserText.RecommendationQuantityMustBePositive => "Geben Sie eine Menge über 0 ein.",
        UserText.RejectReasonIsUnknown => "Wählen Sie einen der angebotenen Gründe für eine Ablehnung.",
        UserText.RequestIdIsOfAnotherRecommendation =>
            "Diese Kennung gehört schon zu einer anderen Empfehlung. Verwenden Sie eine neue.",
        UserText.RejectionNeedsCustomer =>
            "Ablehnen lässt sich nur, was einem Kunden empfohlen wurde. Nennen Sie den Kunden.",
        UserText.TooManyOrdersToRecount =>
            "Mehr als 500.000 Aufträge sind gezählt, die ein Aufruf nicht lesen kann. Löschen Sie zuerst die "
            + "Warenkörbe alter Aufträge.",
        _ => text.ToString(),
    };
}
