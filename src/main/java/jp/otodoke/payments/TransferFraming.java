package jp.otodoke.payments;

/** What stands behind each record of a file for the bank. */
public enum TransferFraming {
    CRLF("\r\n"),
    NONE("");

    private final String lineEnd;

    TransferFraming(String lineEnd) {
        this.lineEnd = lineEnd;
    }

    String lineEnd() {
        return lineEnd;
    }
}
