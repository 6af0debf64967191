package jp.otodoke.shared;

import java.time.Duration;

/** The business clock now runs with this offset from real time. */
public record ClockMoved(Duration offset) {}
