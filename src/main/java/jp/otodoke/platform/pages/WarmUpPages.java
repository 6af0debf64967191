package jp.otodoke.platform.pages;

import java.util.List;

/**
 * Pages that people open first thing in the morning. They are asked for again and again before the application is
 * ready, so that its code is loaded and compiled by then; nobody sees them, so a path must neither change anything nor
 * record that somebody has seen a customer.
 */
public interface WarmUpPages {
    /** Paths with their query, such as {@code /inbox?page=1}. */
    List<String> toWarmUp();
}
