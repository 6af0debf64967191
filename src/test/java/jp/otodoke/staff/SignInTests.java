package jp.otodoke.staff;

import static jp.otodoke.staff.Visitor.to;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import jp.otodoke.OtodokeApplication;
import jp.otodoke.OtodokeWebTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.platform.secrets.Secrets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the password to the page, over real HTTP: first sign-in, second factor, guessing, sessions. */
@OtodokeWebTest
class SignInTests {
    private static final String GOOD = "雨の日は傘をさして海まで歩きます";
    private static final Pattern TYPED = Pattern.compile("<code class=\"secret\">([A-Z2-7 ]+)</code>");
    private static final Pattern CODE = Pattern.compile("<code class=\"secret\">([a-z0-9]{5}-[a-z0-9]{5})</code>");

    @LocalServerPort
    int port;

    @Autowired
    ManageStaff manage;

    @Autowired
    StaffUsers users;

    @Autowired
    SecondFactor second;

    @Autowired
    Secrets secrets;

    @Autowired
    AuditTrail audit;

    @Autowired
    LoginThrottle throttle;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Elapsed elapsed;

    @Autowired
    TestClock clock;

    @Autowired
    Environment environment;

    @Autowired
    ApplicationEventPublisher events;

    @Test
    void demoUsersSignInWithTheirPasswordAndNothingElse() {
        for (var role : Role.values()) {
            var visitor = new Visitor(port);

            assertThat(visitor.signIn(role.code(), "demo")).isEqualTo("/");
            assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theFirstSignInAsksForAPasswordOfOnesOwn() {
        var name = name();
        var password = manage.register(name, "新田 望", List.of(Role.OPERATOR));
        var visitor = new Visitor(port);

        assertThat(visitor.signIn(name, password)).isEqualTo("/");
        assertThat(to(visitor.get("/orders"))).isEqualTo("/password");
        assertThat(change(visitor, password, "password1234567")).contains("まっさきに試される");
        assertThat(change(visitor, password, "短い")).contains("15文字以上");
        assertThat(change(visitor, password, GOOD)).isEmpty();

        assertThat(visitor.get("/orders").statusCode()).isEqualTo(200);
        assertThat(new Visitor(port).signIn(name, password)).isEqualTo("/login?error");
        assertThat(new Visitor(port).signIn(name, GOOD)).isEqualTo("/");
    }

    @Test
    void anOldHashIsReplacedAtSignIn() {
        var name = registered();
        var old = "{bcrypt-sha384}" + new BcryptSha384().encode(GOOD);
        elapsed.passwordOfEarlierRelease(name, old);

        assertThat(new Visitor(port).signIn(name, GOOD)).isEqualTo("/");
        var renewed = users.find(name).orElseThrow();
        assertThat(renewed.password()).startsWith("{argon2}");
        assertThat(renewed.mustChangePassword()).isFalse();
        assertThat(new Visitor(port).signIn(name, GOOD)).isEqualTo("/");
    }

    @Test
    void theSessionGetsANewNameAtSignIn() {
        var visitor = new Visitor(port);
        visitor.page("/login");
        var before = visitor.cookie();

        visitor.signIn("operator", "demo");

        assertThat(visitor.cookie()).isNotEmpty().isNotEqualTo(before);
    }

    @Test
    void aSessionHoldsOnAnotherNodeAndAfterTheFirstIsGone() {
        var visitor = new Visitor(port);
        visitor.signIn("operator", "demo");
        var other = new SpringApplicationBuilder(OtodokeApplication.class)
                .profiles("test")
                .properties("server.port=0")
                .run(
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                        "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"));
        try {
            var there = visitor.at(
                    Integer.parseInt(String.valueOf(other.getEnvironment().getProperty("local.server.port"))));

            assertThat(there.get("/orders").statusCode()).isEqualTo(200);
            assertThat(there.page("/")).contains("operator");
            // Signed out at one node is signed out at all.
            there.post("/account", "/logout");
            assertThat(to(visitor.get("/orders"))).endsWith("/login");
        } finally {
            other.close();
        }
    }

    @Test
    void sessionsAreListedAndEnded() {
        var name = registered();
        var office = signedIn(name);
        var home = signedIn(name);

        var page = office.page("/account");
        assertThat(page.split("127\\.0\\.0\\.1", -1)).as("both devices").hasSize(3);
        assertThat(page).contains("Chrome, Windows", "この画面");
        var action =
                Pattern.compile("action=\"(/account/sessions/[0-9a-f]+/end)\"").matcher(page);
        assertThat(action.find()).isTrue();
        office.post("/account", action.group(1));

        assertThat(to(home.get("/orders"))).endsWith("/login");
        assertThat(office.get("/orders").statusCode()).isEqualTo(200);
    }

    @Test
    void sessionsEndWhenSomebodyIsDeactivatedOrGetsOtherRoles() {
        var name = registered();
        var visitor = signedIn(name);
        manage.change(name, "新田 望", List.of(Role.SHIPPING), true);
        assertThat(to(visitor.get("/orders"))).endsWith("/login");

        var again = signedIn(name);
        manage.change(name, "新田 望", List.of(Role.SHIPPING), false);
        assertThat(to(again.get("/orders"))).endsWith("/login");
        assertThat(again.signIn(name, GOOD)).isEqualTo("/login?error");
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndNotThisOne() {
        var name = registered();
        var here = signedIn(name);
        var elsewhere = signedIn(name);

        assertThat(change(here, GOOD, "月の夜に猫と屋根の上で歌います")).isEmpty();

        assertThat(here.get("/orders").statusCode()).isEqualTo(200);
        assertThat(to(elsewhere.get("/orders"))).endsWith("/login");
    }

    @Test
    void aLiveStreamEndsWithItsSession() throws Exception {
        var name = registered();
        var here = signedIn(name);
        var elsewhere = signedIn(name);
        var live = elsewhere.begin("/inbox/live");

        assertThat(change(here, GOOD, "月の夜に猫と屋根の上で歌います")).isEmpty();
        live.get(20, TimeUnit.SECONDS);

        assertThat(here.get("/orders").statusCode()).isEqualTo(200);
        var own = here.begin("/inbox/live");
        manage.change(name, "新田 望", List.of(Role.SHIPPING), true);
        own.get(20, TimeUnit.SECONDS);
        assertThat(to(here.get("/orders"))).endsWith("/login");
    }

    @Test
    void nobodyOpensStreamsWithoutEndAndThoseOfAnEndedSessionCountNoMore() {
        var name = registered();
        var many = signedIn(name);
        for (int i = 0; i < 30; i++) {
            assertThat(many.listen("/inbox/live")).isEqualTo(200);
        }

        assertThat(many.listen("/inbox/live")).isEqualTo(409);
        assertThat(many.page("/inbox/live")).contains("30個まで").doesNotContain("<");
        assertThat(signedIn(registered()).listen("/inbox/live")).isEqualTo(200);

        manage.change(name, "新田 望", List.of(Role.SHIPPING), true);
        var again = signedIn(name);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(again.listen("/inbox/live")).isEqualTo(200));
    }

    @Test
    void whoeverGuessesWaitsLongerEachTimeAlsoForANameThatDoesNotExist() {
        for (var name : List.of(registered(), name())) {
            var visitor = new Visitor(port);
            for (int i = 0; i < LoginThrottle.ACCOUNT; i++) {
                assertThat(visitor.signIn(name, "guess " + i)).isEqualTo("/login?error");
            }

            assertThat(visitor.signIn(name, GOOD)).startsWith("/login?wait=");
            assertThat(visitor.page("/login?wait=5")).contains("少しお待ちください");
            clock.advance(Duration.ofSeconds(11));
            assertThat(visitor.signIn(name, "guess")).isEqualTo("/login?error");
            clock.advance(Duration.ofSeconds(11));
            assertThat(visitor.signIn(name, "guess")).startsWith("/login?wait=");
            clock.advance(Duration.ofMinutes(6));
        }
        assertThat(LoginThrottle.wait(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(LoginThrottle.wait(3)).isEqualTo(Duration.ofSeconds(80));
        assertThat(LoginThrottle.wait(50)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aForgedAddressOfAPrivateNetworkIsNotBelieved() {
        for (int i = 0; i < LoginThrottle.ADDRESS; i++) {
            new Visitor(port).from("10.1.2." + i).signIn(name(), "guess");
        }

        assertThat(new Visitor(port).from("10.1.2.200").signIn(name(), "guess")).startsWith("/login?wait=");
        elapsed.failuresOfAddressesForgotten();
    }

    @Test
    void wrongTokensOfAProgramLockNobodysSignIn() {
        for (int i = 0; i <= LoginThrottle.ADDRESS; i++) {
            new Visitor(port).bearing("no-such-token").get("/api/v1/orders");
        }

        var refused = new Visitor(port).bearing("no-such-token").get("/api/v1/orders");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new Visitor(port).signIn("operator", "demo")).isEqualTo("/");
        elapsed.failuresOfAddressesForgotten();
    }

    @Test
    void theRightPasswordForgetsEarlierMistakes() {
        var name = registered();
        var visitor = new Visitor(port);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < LoginThrottle.ACCOUNT - 1; i++) {
                visitor.signIn(name, "typo");
            }
            assertThat(visitor.signIn(name, GOOD)).isEqualTo("/");
            elapsed.failuresOfAddressesForgotten();
        }
    }

    @Test
    void failedSignInsAreInTheAuditTrailWithTheirAddress() {
        var name = name();
        new Visitor(port).signIn(name, "wrong");

        assertThat(jdbc.sql("select detail from audit_entry where action = 'sign-in-refused' and subject = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void asksForTheSecondFactorInEachSignInAndTakesNoCodeTwice() {
        var name = registered();
        var elsewhere = signedIn(name);
        var visitor = signedIn(name);
        var offered = TYPED.matcher(visitor.page("/second-factor/new"));
        assertThat(offered.find()).isTrue();
        var secret = offered.group(1).replace(" ", "");
        assertThat(visitor.post("/second-factor/new", "/second-factor/new", "code", "000000")
                        .body())
                .contains("コードが違う");
        // This code and the next one are good for a minute at least, so that nobody has to be quick.
        var now = Instant.now();
        var codes = visitor.post("/second-factor/new", "/second-factor/new", "code", Totp.code(secret, now))
                .body();
        var paper = CODE.matcher(codes);
        assertThat(paper.find()).isTrue();
        assertThat(visitor.get("/orders").statusCode()).isEqualTo(200);
        assertThat(to(elsewhere.get("/orders")))
                .as("who signed in before with the password alone")
                .startsWith("/login");

        var next = new Visitor(port);
        next.signIn(name, GOOD);
        assertThat(to(next.get("/orders"))).isEqualTo("/second-factor");
        assertThat(to(next.get("/account"))).isEqualTo("/second-factor");
        assertThat(to(next.get("/second-factor/new"))).isEqualTo("/second-factor");
        var code = Totp.code(secret, now.plusSeconds(Totp.STEP_SECONDS));
        assertThat(to(next.post("/second-factor", "/second-factor", "code", code)))
                .isEqualTo("/");
        assertThat(next.get("/orders").statusCode()).isEqualTo(200);

        var thief = new Visitor(port);
        thief.signIn(name, GOOD);
        assertThat(thief.post("/second-factor", "/second-factor", "code", code).body())
                .contains("すでに使われています");

        assertThat(to(thief.post("/second-factor", "/second-factor", "code", paper.group(1))))
                .isEqualTo("/");
        var again = new Visitor(port);
        again.signIn(name, GOOD);
        assertThat(again.post("/second-factor", "/second-factor", "code", paper.group(1))
                        .statusCode())
                .isEqualTo(200);
        assertThat(to(again.get("/orders"))).isEqualTo("/second-factor");
    }

    @Test
    void keepsTheSecretEncryptedAndTheRecoveryCodesHashed() {
        var name = registered();
        var sealed = second.offer(users.find(name).orElseThrow()).sealed();
        var secret = secrets.decrypt(sealed);
        var codes = second.begin(name, sealed, Totp.code(secret, Instant.now()));

        assertThat(jdbc.sql("select totp_secret from staff_user where username = ?")
                        .param(name)
                        .query(String.class)
                        .single())
                .startsWith("v1:")
                .doesNotContain(secret);
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(jdbc.sql("select code_hash from recovery_code where username = ?")
                        .param(name)
                        .query(String.class)
                        .list())
                .hasSize(10)
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void adminsNeedASecondFactorWhereTheSettingSaysSoAsProductionDoes() throws Exception {
        var admin = new StaffUser("a", "管理", "", List.of(Role.ADMIN), true, false, false);
        var operator = new StaffUser("o", "受注", "", List.of(Role.OPERATOR), true, false, false);
        var forced = new SecondFactor(jdbc, secrets, audit, throttle, events, "required");

        assertThat(forced.needed(admin)).isTrue();
        assertThat(forced.needed(operator)).isFalse();
        assertThat(second.needed(admin)).isFalse();
        assertThat(Files.readString(Path.of("src/main/resources/application-production.yml")))
                .contains("${OTODOKE_SECOND_FACTOR_ADMIN:required}");
    }

    @Test
    void answersCarryTheHeadersThatKeepPagesToThemselves() {
        var headers = new Visitor(port).get("/login").headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("script-src 'self'", "frame-ancestors 'self'", "object-src 'none'");
        assertThat(headers.firstValue("X-Frame-Options")).contains("SAMEORIGIN");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    }

    /** @return what the page complains of; empty where the password was taken */
    private static String change(Visitor visitor, String present, String wanted) {
        var answer = visitor.post("/password", "/password", "present", present, "wanted", wanted, "again", wanted);
        return answer.statusCode() == 302 ? "" : answer.body();
    }

    private Visitor signedIn(String name) {
        var visitor = new Visitor(port);
        assertThat(visitor.signIn(name, GOOD)).isEqualTo("/");
        return visitor;
    }

    /** Somebody who has chosen a password already. */
    private String registered() {
        var name = name();
        var password = manage.register(name, "新田 望", List.of(Role.OPERATOR));
        var visitor = new Visitor(port);
        visitor.signIn(name, password);
        assertThat(change(visitor, password, GOOD)).isEmpty();
        visitor.post("/account", "/logout");
        return name;
    }

    private static String name() {
        return "t" + UUID.randomUUID().toString().substring(0, 12);
    }
}
