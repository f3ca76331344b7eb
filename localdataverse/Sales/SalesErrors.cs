using System;
using Dataverse.Local.Metadata;
using Dataverse.Local.Pipeline;

namespace Dataverse.Local.Sales;

/// <summary>What the sales module refuses, in the platform's words where they are public (docs/quirks.md).</summary>
internal static class SalesErrors
{
    private const int CannotUpdateBecauseItIsReadOnly = unchecked((int)0x8004022e);
    private const int CannotUseSetStateMessage = unchecked((int)0x80100005);
    private const int MissingUomId = unchecked((int)0x80043b0d);
    private const int ProductInvalidQuantityDecimal = unchecked((int)0x80043b07);
    private const int MissingProductId = unchecked((int)0x80043b11);
    private const int CurrencyNotEqual = unchecked((int)0x80048cf6);
    private const int InvalidState = unchecked((int)0x80048408);
    private const int QuoteReviseExistingActiveQuote = unchecked((int)0x80048d00);

    public static Exception ParentNotEditable() => Fault.Because(ErrorCodes.ParentReadOnly,
        "The detail cannot be updated because the parent is not editable.");

    public static Exception HeaderReadOnly() => Fault.Because(CannotUpdateBecauseItIsReadOnly,
        "The object cannot be updated because it is read-only.");

    public static Exception UseMessage(string table, ClosingState state) => Fault.Because(CannotUseSetStateMessage,
        $"This message can not be used to set the state of {table} to {state.Name}. In order to set state of {table} "
        + $"to {state.Name}, use the {state.Request} message instead.");

    public static Exception MissingUnit() => Fault.Because(MissingUomId, "The unit id is missing.");

    public static Exception MissingProduct() => Fault.Because(MissingProductId, "The product id is missing.");

    public static Exception QuantityDecimals() => Fault.Because(ProductInvalidQuantityDecimal,
        "The number of decimal places on the quantity is invalid.");

    public static Exception CurrencyDiffers() => Fault.Because(CurrencyNotEqual,
        "The currency of the record does not match the currency of the price list.");

    public static Exception MissingParent(string column) => Fault.Because(ErrorCodes.InvalidArgument,
        $"Required field '{column}' is missing: a line belongs to a document.");

    public static Exception NotSupported(string column) =>
        Fault.NotSupported($"The column '{column}' with a value other than 0 (always calculate)");

    public static Exception NotFound(string table, Guid id) => Fault.Because(
        ErrorCodes.ObjectDoesNotExist, $"Entity '{table}' With Id = {id} Does Not Exist");

    public static Exception WrongStatus(Table table, Guid id, int status, int state) => Fault.Because(InvalidState,
        $"{status} is not a valid status code for state code {table.SchemaName}State."
        + $"{table.State?.Choices?.Find(state)?.InvariantName} on {table.LogicalName} with Id {id}.");

    public static Exception WrongState(string table, Guid id, int state) => Fault.Because(InvalidState,
        $"The {table} {id} is in state {state}: it is closed already and cannot be closed again.");

    public static Exception NotClosed(Guid quote, int state) => Fault.Because(InvalidState,
        $"The quote {quote} is in state {state}: only a closed quote is revised. Close it first (CloseQuoteRequest).");

    public static Exception AnotherRevisionIsOpen() => Fault.Because(QuoteReviseExistingActiveQuote,
        "Quote cannot be revised as there already exists another quote in Draft/Active state and with same quote "
        + "number.");
}
