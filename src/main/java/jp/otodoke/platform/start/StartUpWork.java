package jp.otodoke.platform.start;

/**
 * Something that must be done before the application calls itself ready, such as loading demo data.
 * Runs in the order of the beans ({@code @Order}), on every start.
 */
public interface StartUpWork {
    void run();
}
