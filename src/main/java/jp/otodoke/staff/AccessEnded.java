package jp.otodoke.staff;

/** Whatever this person opened before is to be closed: they left, their password, roles or second factor changed. */
public record AccessEnded(String username, String why) {}
