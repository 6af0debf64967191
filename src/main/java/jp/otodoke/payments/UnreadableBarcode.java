package jp.otodoke.payments;

/** These are not the digits of a payment slip's bar code. */
public class UnreadableBarcode extends RuntimeException {
    private final int position;
    private final String reason;

    UnreadableBarcode(int position, String reason) {
        super(reason + " at " + position);
        this.position = position;
        this.reason = reason;
    }

    /** The digit at which it is wrong, from 1. */
    public int position() {
        return position;
    }

    /** In a word: length, digits, identifier, due-date, stamp, amount or check-digit. */
    public String reason() {
        return reason;
    }
}
