package jp.otodoke.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.mothers.Elapsed;
import jp.otodoke.partners.mail.MailTemplates;
import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.Observation;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.shared.BusinessClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of a sighting: suspected, open, told, closed. */
@ModuleTest
@RecordApplicationEvents
class CheckSchedulerTests {
    private static final String KIND = "order-without-process";

    private final Findings findings;
    private final RecordCheckRun record;
    private final LastCheckRun lastCheckRun;
    private final FindingText text;
    private final BusinessClock clock;
    private final TestClock testClock;
    private final Elapsed elapsed;
    private final RunChecks runChecks;
    private final List<Observation> seen = new ArrayList<>();
    private boolean failed;

    @Autowired
    CheckSchedulerTests(
            Findings findings,
            UpdateFindings update,
            RecordCheckRun record,
            LastCheckRun lastCheckRun,
            FindingText text,
            BusinessClock clock,
            TestClock testClock,
            Elapsed elapsed,
            TransactionTemplate transaction) {
        this.findings = findings;
        this.record = record;
        this.lastCheckRun = lastCheckRun;
        this.text = text;
        this.clock = clock;
        this.testClock = testClock;
        this.elapsed = elapsed;
        this.runChecks = new RunChecks(only(new Eyes()), update, transaction);
    }

    @BeforeEach
    void nothingIsOpen() {
        seen.clear();
        failed = false;
        runChecks.run(true);
        assertThat(findings.count(Findings.Filter.OPEN)).isZero();
    }

    @Test
    void whatIsSeenOnceIsOnlySuspected() {
        see("A1");
        runChecks.run(true);
        assertThat(open()).isEmpty();

        seen.clear();
        runChecks.run(true);
        runChecks.run(true);
        assertThat(open()).isEmpty();
        assertThat(closed("A1")).isZero();
    }

    @Test
    void aFindingObservedTwiceOpensAndIsMailedOnceToTheGroup(ApplicationEvents events) {
        see("A2");
        runChecks.run(true);
        runChecks.run(true);
        assertThat(open()).containsExactly("A2");

        runChecks.run(true);
        var finding = findings.list(Findings.Filter.OPEN, 0, 10).get(0);
        assertThat(finding.notified()).isEqualTo("orders@otodoke.example");
        assertThat(events.stream(MailRequested.class)).singleElement().satisfies(mail -> assertThat(mail.key())
                .startsWith("watchdog:" + finding.id() + ":"));
        assertThat(events.stream(MailRequested.class).map(MailTemplates::rendered))
                .singleElement()
                .asString()
                .contains("A2");
    }

    @Test
    void aResolvedFindingClosesItselfAndMayOpenAgain() {
        see("A3");
        runChecks.run(true);
        runChecks.run(true);

        seen.clear();
        runChecks.run(true);
        assertThat(open()).isEmpty();
        assertThat(closed("A3")).isEqualTo(1);

        see("A3");
        runChecks.run(true);
        runChecks.run(true);
        assertThat(open()).containsExactly("A3");
    }

    @Test
    void aWatchThatCanNotLookClosesNothing() {
        see("A4");
        runChecks.run(true);
        runChecks.run(true);

        failed = true;
        runChecks.run(true);

        assertThat(open()).containsExactly("A4");
    }

    @Test
    void whileTheClockMovesNothingIsOpened() {
        see("A5");
        runChecks.run(true);
        runChecks.run(false);
        assertThat(open()).isEmpty();

        runChecks.run(true);
        assertThat(open()).containsExactly("A5");
    }

    @Test
    void manyAtOnceAreReportedInOneMail(ApplicationEvents events) {
        IntStream.range(0, 10).forEach(i -> see("B" + i));
        runChecks.run(true);
        runChecks.run(true);

        assertThat(open()).hasSize(10);
        assertThat(events.stream(MailRequested.class).map(MailTemplates::rendered))
                .singleElement()
                .asString()
                .contains("10件");
    }

    @Test
    void aFloodIsOneFinding() {
        IntStream.range(0, RunChecks.MAX_FINDINGS + 1).forEach(i -> see("C" + i));
        runChecks.run(true);
        runChecks.run(true);

        assertThat(open()).containsExactly(RunChecks.ALL_OF_KIND);
        assertThat(findings.list(Findings.Filter.OPEN, 0, 10).get(0).facts())
                .containsExactly(RunChecks.ALL_OF_KIND, "51", "C0");
    }

    @Test
    void aRunKnowsWhetherTheClockStood() {
        record.begun();
        assertThat(record.begun()).isTrue();

        testClock.advance(Duration.ofDays(1));
        assertThat(record.begun()).isFalse();
        assertThat(record.begun()).isTrue();
    }

    /** Silence is real time; and what the last round saw holds only until the clock is moved. */
    @Test
    void aMovedClockIsNoSilenceButUntilTheNextRoundNothingIsKnown() {
        goRound();
        assertThat(lastCheckRun.find().orElseThrow().isValid()).isTrue();

        testClock.advance(Duration.ofDays(3));
        assertThat(lastCheckRun.find().orElseThrow().isOverdue()).isFalse();
        assertThat(lastCheckRun.find().orElseThrow().isValid()).isFalse();

        goRound();
        assertThat(lastCheckRun.find().orElseThrow().isValid()).isTrue();

        elapsed.sinceTheLastCheckRun(Duration.ofMinutes(5));
        assertThat(lastCheckRun.find().orElseThrow().isOverdue()).isTrue();
    }

    private void goRound() {
        record.begun();
        record.ended();
    }

    @Test
    void aStepIsCalledByItsName() {
        var late = new Finding(
                1,
                "step-beyond-limit",
                "1",
                "orders",
                null,
                List.of("1", "A00000001", "#process.order", "#step.order.review-order", "48"),
                clock.instant(),
                clock.instant(),
                null,
                null);

        assertThat(text.what(late, Locale.JAPANESE)).contains("「受注確認」").doesNotContain("review-order");
        assertThat(text.what(late, Locale.ENGLISH)).contains("Review").doesNotContain("review-order");
    }

    /** A mail is read elsewhere: a bare path leads nowhere. */
    @Test
    void aLinkInAMailBeginsWithTheAddressOfThisServer() {
        var environment = new MockEnvironment().withProperty("local.server.port", "8211");
        assertThat(new ApplicationUrl(environment).of("/watchdog")).isEqualTo("http://localhost:8211/watchdog");

        environment.setProperty("otodoke.address", "https://otodoke.example.co.jp/");
        assertThat(new ApplicationUrl(environment).of("/watchdog")).isEqualTo("https://otodoke.example.co.jp/watchdog");
    }

    private void see(String subject) {
        seen.add(new Observation(subject, "orders", null, clock.instant(), List.of("#status.order.READY")));
    }

    private List<String> open() {
        return findings.list(Findings.Filter.OPEN, 0, 100).stream()
                .map(Finding::subject)
                .toList();
    }

    private long closed(String subject) {
        return findings.count(new Findings.Filter(true, KIND, "", subject));
    }

    private static ObjectProvider<Check> only(Check check) {
        return new ObjectProvider<>() {
            @Override
            public Stream<Check> stream() {
                return Stream.of(check);
            }
        };
    }

    private final class Eyes implements Check {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public List<Observation> observe() {
            if (failed) {
                throw new IllegalStateException("The database is away for a moment");
            }
            return List.copyOf(seen);
        }
    }
}
