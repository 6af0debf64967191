package jp.otodoke.platform.pages;

import java.util.List;

/** Entries that belong together; the key may be empty where no heading is needed. */
public record NavGroup(String key, List<NavEntry> entries) {}
