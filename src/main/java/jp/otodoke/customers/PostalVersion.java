package jp.otodoke.customers;

import java.time.Instant;
import java.time.LocalDate;

/** Where the table of postal areas came from, as of which day, and how many areas it holds. */
public record PostalVersion(String source, LocalDate date, int areas, Instant loadedAt) {}
