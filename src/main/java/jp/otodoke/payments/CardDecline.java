package jp.otodoke.payments;

import jp.otodoke.shared.BilingualText;

/**
 * A card that was refused.
 *
 * @param code as the gateway gave it, or what it answered in place of one
 */
public record CardDecline(String code, DeclineGroup group) {
    public static CardDecline of(String code) {
        return new CardDecline(code, DeclineCodes.groupOf(code));
    }

    static CardDecline of(CardAnswer answer) {
        return of(answer.code() == null ? answer.outcome().name() : answer.code());
    }

    /** What the code means for us, and the code. */
    public BilingualText words() {
        return BilingualText.of("decline.words", group.words(), code);
    }
}
