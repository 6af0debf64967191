package jp.otodoke.dunning;

/** What may be done about a case, in the words of the policy. */
public enum DunningStepKind {
    MAIL("REMINDED"),
    /** The card once more. */
    RETRY("RETRIED"),
    /** Bank transfer in place of the method that failed. */
    OTHER_METHOD("OTHER_METHOD"),
    LETTER("LETTER"),
    SMS("TEXTED"),
    /** No other order of the customer leaves. */
    HOLD_GOODS("HELD"),
    /** Somebody decides how it goes on. */
    PERSON("PERSON"),
    AGENCY("AGENCY");

    private final String stage;

    DunningStepKind(String stage) {
        this.stage = stage;
    }

    /** How far a case has come with it. */
    String stage() {
        return stage;
    }
}
