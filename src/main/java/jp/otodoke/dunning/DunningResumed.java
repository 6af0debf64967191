package jp.otodoke.dunning;

import jp.otodoke.shared.CustomerNumber;

/** What {@link DunningPaused} has paused goes on. */
public record DunningResumed(CustomerNumber customer) {}
