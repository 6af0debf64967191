package jp.otodoke.payments;

import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;

/**
 * An update as an answer is compared with it.
 *
 * @param sent whether its request is written
 * @param cards the answer about each that is booked, by id; empty if it has none yet
 */
public record SentCardUpdate(long id, YearMonth month, boolean sent, Map<Long, Optional<CardResult>> cards) {}
