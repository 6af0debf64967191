package jp.otodoke.partners.cardgateway;

import jp.otodoke.payments.CardAnswer;

/**
 * A call as it went over the wire.
 *
 * @param transcript request and response, with the token masked
 */
record CardTranscript(CardAnswer answer, String transcript) {}
