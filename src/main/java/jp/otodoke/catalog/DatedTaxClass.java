package jp.otodoke.catalog;

import java.time.LocalDate;
import jp.otodoke.shared.TaxClass;

/** A tax class, valid from a day on. */
public record DatedTaxClass(LocalDate from, TaxClass taxClass) {}
