package jp.otodoke.dunning;

import jp.otodoke.platform.personal.Personal;

/**
 * A reminder of one line for a mobile phone.
 *
 * @param key unique: a key is sent once
 * @param phone its digits
 * @param reference of what it is about, by which it is found
 */
public record ShortMessage(String key, @Personal(Personal.Kind.PHONE) String phone, String text, String reference) {}
