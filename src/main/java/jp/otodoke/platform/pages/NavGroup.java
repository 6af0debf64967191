package jp.otodoke.platform.pages;

import java.util.List;

/** Entries that belong together; the key is empty for a group without a heading. */
public record NavGroup(String key, List<NavEntry> entries) {}
