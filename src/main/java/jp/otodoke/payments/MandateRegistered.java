package jp.otodoke.payments;

import jp.otodoke.shared.CustomerNumber;

/** A customer has an active mandate, which has taken the place of an older one. */
public record MandateRegistered(CustomerNumber customer) {}
