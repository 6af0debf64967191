package jp.otodoke.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.ProductMother;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Where a {@link BrowserTest} works: the browser, which stays open for all of them, on the application. Each sign-in has
 * its own cookies, as on another machine, and is over after the test.
 */
final class Desk {
    static final int WIDE = 1440;

    private static final String CLERK = "operator";

    private final Chromium chromium = Chromium.open();
    private final String home;
    private final Given given;
    private final List<BrowserContext> leaving = new ArrayList<>();
    private final Map<String, Page> staying = new HashMap<>();

    private Desk(String home, Given given) {
        this.home = home;
        this.given = given;
    }

    /** The address of a page. */
    String at(String path) {
        return home + path;
    }

    /** A page that nobody has signed in to. */
    Page anonymous(int width) {
        var page = chromium.page(width);
        leaving.add(page.context());
        return page;
    }

    /** The home page of one of the demo's users, who has just signed in. */
    Page signedIn(String user, int width) {
        var page = anonymous(width);
        Chromium.signIn(page, home, user);
        return page;
    }

    /** A page before a clerk who has just signed in. */
    Page open(String path) {
        var page = signedIn(CLERK, WIDE);
        page.navigate(at(path));
        return page;
    }

    /** The page of a user who signs in once for all tests of the class; it stands where the last of them left it. */
    Page staying(String user, int width) {
        return staying.computeIfAbsent(user, name -> {
            var page = chromium.page(width);
            Chromium.signIn(page, home, name);
            return page;
        });
    }

    /** A hundred of an article that no other test has; its name ends as its SKU, which is answered, after two characters. */
    String goods(String name) {
        var mark = UUID.randomUUID().toString().substring(0, 8);
        var sku = "B-" + mark;
        given.product(ProductMother.tea().coded(sku).called(name + " " + mark), 100);
        return sku;
    }

    /** Forgets whoever has signed in, those who stay too. */
    void signAllOut() {
        signOut();
        staying.values().forEach(page -> page.context().close());
        staying.clear();
    }

    private void signOut() {
        leaving.forEach(BrowserContext::close);
        leaving.clear();
    }

    /** Hands a class of tests its desk, by a parameter of the constructor, and tidies it. */
    static final class Keeper implements BeforeAllCallback, ParameterResolver, AfterEachCallback, AfterAllCallback {
        private static final Namespace DESKS = Namespace.create(Desk.class);

        @Override
        public void beforeAll(ExtensionContext test) {
            var application = SpringExtension.getApplicationContext(test);
            var home = "http://127.0.0.1:" + application.getEnvironment().getRequiredProperty("local.server.port");
            test.getStore(DESKS).put(Desk.class, new Desk(home, application.getBean(Given.class)));
        }

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Desk.class;
        }

        @Override
        public Desk resolveParameter(ParameterContext parameter, ExtensionContext test) {
            return of(test);
        }

        @Override
        public void afterEach(ExtensionContext test) {
            of(test).signOut();
        }

        @Override
        public void afterAll(ExtensionContext test) {
            of(test).signAllOut();
        }

        private static Desk of(ExtensionContext test) {
            return Objects.requireNonNull(test.getStore(DESKS).get(Desk.class, Desk.class));
        }
    }
}
