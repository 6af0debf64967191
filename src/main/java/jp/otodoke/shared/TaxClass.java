package jp.otodoke.shared;

/** Which consumption tax rate applies; the percentage on a day is dated data of the catalogue. */
public enum TaxClass {
    STANDARD,
    REDUCED
}
