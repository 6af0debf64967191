package jp.otodoke.payments;

/** A remitter's or payer's name in the form by which claims are found. */
public final class MatchingName {
    private MatchingName() {}

    /** Empty if it holds no name. */
    public static String of(String written) {
        return PayerKey.of(written);
    }
}
