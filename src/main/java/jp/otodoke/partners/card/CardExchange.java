package jp.otodoke.partners.card;

import jp.otodoke.payments.CardAnswer;

/**
 * A call as it went over the wire.
 *
 * @param transcript what was asked and answered, the token masked
 */
record CardExchange(CardAnswer answer, String transcript) {}
