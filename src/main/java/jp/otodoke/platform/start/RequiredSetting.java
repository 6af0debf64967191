package jp.otodoke.platform.start;

/**
 * A setting that production can't start without.
 *
 * @param variable as operators set it
 * @param property as Spring knows it
 * @param what it is, in one line
 */
public record RequiredSetting(String variable, String property, String what) {}
