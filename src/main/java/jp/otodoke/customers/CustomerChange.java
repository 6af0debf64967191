package jp.otodoke.customers;

import java.time.Instant;

/** Who changed what about a customer, and when; missing is the empty text. */
public record CustomerChange(Instant at, String by, String field, String before, String after) {}
