package jp.otodoke.partners.exchange;

/**
 * Files that say what customers have paid through somebody else, such as a carrier, as they are uploaded.
 *
 * @param code by which the sender names the format
 */
public record PaymentFormat(String code, FileFormat<?> format) {}
