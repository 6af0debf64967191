package jp.otodoke.customers;

import java.time.Instant;
import jp.otodoke.platform.personal.Personal;

/** Who changed what about a customer, and when; missing is the empty text. */
public record CustomerChange(
        Instant at,
        String by,
        String field,
        @Personal(Personal.Kind.TEXT) String before,
        @Personal(Personal.Kind.TEXT) String after) {}
