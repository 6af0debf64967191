package jp.otodoke.platform.start;

/**
 * Work to be done before the application is ready, such as loading demo data. Runs at every start, in the order of
 * the beans ({@code @Order}).
 */
public interface StartUpWork {
    void run();
}
