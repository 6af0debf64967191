package jp.otodoke.catalog;

import java.time.LocalDate;
import jp.otodoke.shared.Yen;

/** A price with tax, valid from a day on. */
public record DatedPrice(LocalDate from, Yen amount) {}
