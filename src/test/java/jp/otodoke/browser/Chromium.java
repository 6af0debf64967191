package jp.otodoke.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.otodoke.demo.staff.DemoStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;

/** The installed browser, driven by tests. */
final class Chromium {
    private static final Path PROGRAM = Path.of("/usr/bin/chromium");

    /** On a busy machine a page may take its time; nothing is proven by failing then. */
    private static final int PATIENCE_MILLIS = 120_000;

    static {
        setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    private static @Nullable Chromium chromium;

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

    private Chromium() {}

    /** The one of this process, opened for whoever comes first. */
    static synchronized Chromium open() {
        var open = chromium;
        if (open == null) {
            open = new Chromium();
            SpringApplication.getShutdownHandlers().add(open::close);
            chromium = open;
        }
        return open;
    }

    /** Browser tests are skipped where there is no browser, unless {@code OTODOKE_BROWSER_TESTS=required}. */
    static boolean wanted() {
        return Files.isExecutable(PROGRAM) || "required".equals(System.getenv("OTODOKE_BROWSER_TESTS"));
    }

    /** A page of nobody, with cookies of its own. */
    Page page(int width) {
        var context = browser.newContext(
                new Browser.NewContextOptions().setLocale("ja-JP").setViewportSize(width, 844));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        return context.newPage();
    }

    /** Brings one of the demo's users to the home page. */
    static void signIn(Page page, String home, String user) {
        page.navigate(home + "/login");
        page.locator("#username").fill(user);
        page.locator("#password").fill(DemoStaff.PASSWORD);
        page.locator("button[type=submit]").click();
        assertThat(page.locator("#side")).isAttached();
    }

    private void close() {
        browser.close();
        playwright.close();
    }
}
