package jp.otodoke.staff;

/** The sessions of this person must end: they left, or their password, roles or second factor changed. */
public record AccessEnded(String username, String why) {}
