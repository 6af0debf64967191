package jp.otodoke.partners.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.platform.checks.Observation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that have to come by themselves. The 26th of November 2026 is a Thursday. */
@ModuleTest
@Import(PairsSetup.class)
class ExpectationTests {
    private final Expectations expectations;
    private final MissingExpectationCheck watch;
    private final MessageLog messages;
    private final TransactionTemplate transaction;
    private final TestClock clock;
    private final String type = "T" + UUID.randomUUID().toString().substring(0, 8);

    @Autowired
    ExpectationTests(
            Expectations expectations,
            MissingExpectationCheck watch,
            MessageLog messages,
            TransactionTemplate transaction,
            TestClock clock) {
        this.expectations = expectations;
        this.watch = watch;
        this.messages = messages;
        this.transaction = transaction;
        this.clock = clock;
    }

    @BeforeEach
    void aMorning() {
        clock.set("2026-11-26T07:00:00+09:00");
    }

    @Test
    void aFileThatDoesNotComeIsMissedAfterItsTimeAndNoMoreWhenItComesLate() {
        expect(List.of(1, 2, 3, 4, 5, 6, 7), "08:00", "10:00", "");
        assertThat(missing()).isEmpty();

        clock.set("2026-11-26T09:59:00+09:00");
        assertThat(missing()).isEmpty();

        clock.set("2026-11-26T10:01:00+09:00");
        assertThat(missing()).singleElement().satisfies(s -> assertThat(s.group())
                .isEqualTo("accounting"));

        comes();
        assertThat(missing()).isEmpty();
    }

    @Test
    void whatWasDueBeforeItWasExpectedIsNotMissed() {
        clock.set("2026-11-26T09:00:00+09:00");
        expect(List.of(1, 2, 3, 4, 5, 6, 7), "08:00", "10:00", "");

        clock.set("2026-11-26T12:00:00+09:00");
        assertThat(missing()).isEmpty();
    }

    @Test
    void otherWeekdaysAndDaysOffAreLeftOut() {
        expect(List.of(5), "08:00", "10:00", "");
        expect(List.of(7), "08:00", "10:00", PairsSetup.CALENDAR);

        clock.set("2026-11-26T12:00:00+09:00");
        assertThat(missing()).isEmpty();

        clock.set("2026-11-27T12:00:00+09:00");
        assertThat(missing()).hasSize(1);
        comes();

        clock.set("2026-11-29T12:00:00+09:00");
        assertThat(missing()).isEmpty();
    }

    @Test
    void aFileAfterAJumpOfDaysIsEnough() {
        expect(List.of(1, 2, 3, 4, 5, 6, 7), "08:00", "10:00", "");
        clock.set("2026-12-05T09:00:00+09:00");
        comes();
        clock.set("2026-12-05T12:00:00+09:00");

        assertThat(missing()).isEmpty();
    }

    private void expect(List<Integer> weekdays, String from, String until, String calendar) {
        expectations.save(
                null,
                new Expectations.Form(
                        "FILE", PairsFormat.PARTNER, type, weekdays, from, until, calendar, "accounting", true));
    }

    private void comes() {
        transaction.executeWithoutResult(s -> messages.received(
                PairsFormat.PARTNER,
                type,
                type + ".txt",
                UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                List.of()));
    }

    private List<Observation> missing() {
        return watch.observe().stream().filter(s -> s.subject().contains(type)).toList();
    }
}
