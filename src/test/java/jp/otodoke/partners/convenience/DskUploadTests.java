package jp.otodoke.partners.convenience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.partners.exchange.PaymentImportReport;
import jp.otodoke.partners.exchange.UploadFile;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files whose slips were never issued here: the money waits as a deposit, and what can't be read goes to quarantine. */
@ModuleTest
class DskUploadTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final String UNKNOWN = "91929023252070000010123499900199999900106050";

    @Autowired
    UploadFile uploadFile;

    @Autowired
    DskFormat format;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void morning() {
        clock.set("2026-11-26T20:00:00+09:00");
    }

    @Test
    void theSameRowIsBookedOnceInWhicheverFile() {
        var before = waiting();
        var first = report(DskText.file().row("01", TODAY, UNKNOWN, 10_605));
        var second = report(DskText.file().row("01", TODAY, UNKNOWN, 10_605).row("02", TODAY, UNKNOWN, 10_605));

        assertThat(first).extracting("read", "created", "existing").containsExactly(1, 1, 0);
        assertThat(second).extracting("read", "created", "existing").containsExactly(2, 1, 1);
        assertThat(waiting() - before).isEqualTo(1);
    }

    @Test
    void aRowThatCannotBeReadIsAskedAbout() {
        var report = report(DskText.file().row("09", TODAY, UNKNOWN, 10_605));

        assertThat(report).extracting("created", "rejected").containsExactly(0, 1);
        assertThat(report.errors().get(0).position()).isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from task where state = 'OPEN' and reason like '%種別「09」%'")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void aFileOfAnotherFormatIsRefusedWithItsReason() {
        assertThatThrownBy(
                        () -> uploadFile.take(format, "CVS_x.csv", FileContent.of("a,b\r\n".getBytes(DskText.CP932))))
                .isInstanceOf(InvalidInput.class);
    }

    private PaymentImportReport report(DskText file) {
        return PaymentImportReport.of(
                uploadFile.take(format, "CVS_" + System.nanoTime() + ".csv", FileContent.of(file.bytes())));
    }

    private int waiting() {
        return jdbc.sql("select count(*) from deposit where state = 'UNMATCHED' and remitter_kana like 'CVS %'")
                .query(Integer.class)
                .single();
    }
}
