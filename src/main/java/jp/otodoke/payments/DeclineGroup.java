package jp.otodoke.payments;

import jp.otodoke.shared.BilingualText;

/** What may follow a card that was refused. */
public enum DeclineGroup {
    /** It may pass later: a limit, an issuer that does not answer. */
    RETRY_LATER,
    /** This card will not pass: expired, invalid, lost. */
    OTHER_CARD,
    /** Only the customer can find out why, from the card's issuer. */
    ASK_CUSTOMER,
    /** Nothing is tried and nobody written to before a person has looked at it; also for what is not known. */
    PERSON;

    /** Whether the customer is told by mail, and asked for another card or way to pay. */
    boolean tellsCustomer() {
        return this == OTHER_CARD || this == ASK_CUSTOMER;
    }

    public BilingualText words() {
        return BilingualText.of("decline.group." + name());
    }
}
