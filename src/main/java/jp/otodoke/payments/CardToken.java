package jp.otodoke.payments;

/** What the gateway puts in place of a card; no log shows it. */
public record CardToken(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
