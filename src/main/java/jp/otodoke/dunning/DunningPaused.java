package jp.otodoke.dunning;

import jp.otodoke.shared.CustomerNumber;

/**
 * Nothing is to be demanded of this customer until {@link DunningResumed}, because of an open inquiry. Whoever keeps inquiries
 * publishes it in their transaction.
 */
public record DunningPaused(CustomerNumber customer) {}
