package jp.otodoke.payments;

import jp.otodoke.shared.CustomerNumber;

/** A card was refused, and only another one helps. */
public record CardUnusable(CustomerNumber customer, CardToken token) {}
