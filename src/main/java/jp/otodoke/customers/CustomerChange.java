package jp.otodoke.customers;

import jp.otodoke.shared.personal.Personal;
import java.time.Instant;

/** Who changed what about a customer, and when; missing is the empty text. */
public record CustomerChange(Instant at, String by, String field, @Personal(Personal.Kind.TEXT) String before, @Personal(Personal.Kind.TEXT) String after) {}
