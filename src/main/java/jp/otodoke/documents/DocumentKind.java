package jp.otodoke.documents;

import java.util.Locale;

/** What kind of document it is. */
public enum DocumentKind {
    /** 納品書, of a shipment. */
    DELIVERY_NOTE("DN"),
    /** 納品書 without amounts, for who receives a present. */
    GIFT_DELIVERY_NOTE("GN"),
    /** 適格請求書, of what was shipped of an order. */
    INVOICE("IV"),
    /** 返還インボイス (適格返還請求書), of what came back. */
    RETURN_INVOICE("RI"),
    /** 領収書 */
    RECEIPT("RC"),
    /** 取引明細書 of a customer and a period. */
    STATEMENT("ST"),
    /** 請求書 of 掛売り: the 適格請求書 of a closing, with what is carried forward and what is to be paid. */
    STATEMENT_INVOICE("SI"),
    /** コンビニ払込票 */
    PAYMENT_SLIP("PS"),
    /** 督促状 */
    REMINDER("RM");

    private final String prefix;

    DocumentKind(String prefix) {
        this.prefix = prefix;
    }

    /** With which its numbers begin. */
    String prefix() {
        return prefix;
    }

    /** Whether each issue is a new one that says it was issued again; of the others the one that exists is printed again. */
    boolean countsIssues() {
        return this == RECEIPT || this == REMINDER;
    }

    String template() {
        return "documents/paper-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
