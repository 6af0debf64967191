package jp.otodoke.platform.pages;

/**
 * Which permission a part of the application asks for, the same for pages and API.
 *
 * @param place its place among all; of those that match the first decides
 * @param path below {@code /} for pages and {@code /api/v1/} for programs
 * @param toRead the name of the permission to look at it
 * @param toChange the name of the permission to change it
 */
public record PathRule(int place, String path, String toRead, String toChange) {}
