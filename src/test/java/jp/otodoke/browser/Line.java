package jp.otodoke.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.function.Consumer;

/**
 * The line from an open page to the server, as far as a test has a hand on it. A browser that has just been told to stop
 * requests may still let the next one of an open page through, so the hand is tried before it is used.
 */
final class Line {
    private static final String TRIAL = "/line-trial";

    private volatile Consumer<Route> passing = Route::resume;

    /** @param requests glob of the addresses that are held; all of them pass at first */
    Line(Page page, String requests) {
        page.route(requests, route -> passing.accept(route));
        page.route("**" + TRIAL, route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        page.waitForCondition(() -> Integer.valueOf(204)
                .equals(page.evaluate(
                        """
                        address => {
                          const request = new XMLHttpRequest();
                          request.open('GET', address, false);
                          request.send();
                          return request.status;
                        }
                        """,
                        TRIAL)));
    }

    void breaks() {
        passing = Route::abort;
    }

    void answers(int status) {
        passing = route -> route.fulfill(new Route.FulfillOptions().setStatus(status));
    }

    void takes(Consumer<Route> requests) {
        passing = requests;
    }

    void isWell() {
        passing = Route::resume;
    }
}
