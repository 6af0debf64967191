package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.otodoke.demo.staff.DemoStaff;

/** The installed browser, driven by tests; each sign-in has its own cookies, as on another machine. */
final class Chromium implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** On a busy machine a page may take its time; nothing is proven by failing then. */
    private static final int PATIENCE_MILLIS = 120_000;

    static {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser = playwright
            .chromium()
            .launch(new LaunchOptions()
                    .setExecutablePath(PROGRAM)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));
    private final List<BrowserContext> contexts = new ArrayList<>();

    /** Browser tests are skipped where there is no browser, unless {@code OTODOKE_BROWSER_TESTS=required}. */
    static boolean wanted() {
        return Files.isExecutable(PROGRAM) || "required".equals(System.getenv("OTODOKE_BROWSER_TESTS"));
    }

    /** The home page of one of the demo's users, who has just signed in. */
    Page signedIn(String home, String user, int width) {
        var page = anonymous(width);
        page.navigate(home + "/login");
        page.locator("#username").fill(user);
        page.locator("#password").fill(DemoStaff.PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("#side")).isAttached();
        return page;
    }

    /** A page that nobody has signed in to. */
    Page anonymous(int width) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(width, 844));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        contexts.add(context);
        return context.newPage();
    }

    /** Forgets everybody who has signed in. */
    void signAllOut() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
    }

    @Override
    public void close() {
        signAllOut();
        browser.close();
        playwright.close();
    }
}
