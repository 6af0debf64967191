package jp.otodoke.partners.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.inbox.CompleteTask;
import jp.otodoke.partners.exchange.PaymentImportReport;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A row of the bank's file that can't be read is booked from the statement, or dismissed; never twice. */
@ModuleTest
class RejectedDepositTests {
    private static final String WRONG_DAY = "081399";
    private static final String RIGHT_DAY = "081127";

    @Autowired
    private ImportDeposits importDeposits;

    @Autowired
    private CompleteTask complete;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void theDayAfter() {
        clock.set("2026-11-27T16:00:00+09:00");
    }

    @Test
    void whatTheStatementTellsIsAskedFor() {
        var task = rejected(76_001, "ﾂｳﾁﾖｳ ｲﾁﾛｳ");

        assertWrong(task, Map.of(), "depositDate: required", "depositAmount: required", "remitterKana: required");
        assertWrong(
                task,
                Map.of("depositDate", "2026-13-99", "depositAmount", "many", "remitterKana", "ツウチヨウ イチロウ"),
                "depositDate: invalid",
                "depositAmount: invalid");
        assertWrong(task, statement("2026-11-28", 76_001, "ツウチヨウ イチロウ"), "depositAmount: invalid");
        assertThat(booked(76_001)).isZero();
        assertThat(open(task)).isTrue();
    }

    @Test
    void aDepositIsBookedFromTheStatementOnce() {
        var task = rejected(76_002, "ﾂｳﾁﾖｳ ｼﾞﾛｳ");

        decide(task, "RECORD", null, statement("2026-11-27", 76_002, "ツウチヨウ ジロウ"));

        assertThat(booked(76_002)).isOne();
        assertThat(open(task)).isFalse();
        assertThatThrownBy(() -> decide(task, "RECORD", null, statement("2026-11-27", 76_002, "ツウチヨウ ジロウ")))
                .isInstanceOf(Refusal.class);
        assertThat(booked(76_002)).isOne();
    }

    @Test
    void aDepositThatACorrectedFileHasBroughtIsNotBookedFromTheStatement() {
        var task = rejected(76_003, "ﾂｳﾁﾖｳ ｻﾌﾞﾛｳ");
        take(RIGHT_DAY, 76_003, "ﾂｳﾁﾖｳ ｻﾌﾞﾛｳ");

        assertThatThrownBy(() -> decide(task, "RECORD", null, statement("2026-11-27", 76_003, "ツウチヨウ サブロウ")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.words().japanese()).contains("すでにあります", "76,003"));

        assertThat(booked(76_003)).isOne();
        assertThat(open(task)).isTrue();
    }

    @Test
    void aCorrectedFileBooksNothingAgainThatWasBookedFromTheStatement() {
        var task = rejected(76_004, "ﾂｳﾁﾖｳ ｼﾛｳ");
        decide(task, "RECORD", null, statement("2026-11-27", 76_004, "ツウチヨウ シロウ"));

        assertThat(take(RIGHT_DAY, 76_004, "ﾂｳﾁﾖｳ ｼﾛｳ"))
                .extracting("read", "created", "existing")
                .containsExactly(1, 0, 1);
        assertThat(take(RIGHT_DAY, 76_004, "ﾂｳﾁﾖｳ ｼﾛｳ").existing())
                .as("that file again")
                .isOne();

        assertThat(booked(76_004)).isOne();
    }

    @Test
    void theSameAmountOfAnotherRemitterIsAnotherDeposit() {
        var task = rejected(76_005, "ﾂｳﾁﾖｳ ｺﾞﾛｳ");
        decide(task, "RECORD", null, statement("2026-11-27", 76_005, "ツウチヨウ ゴロウ"));

        take(RIGHT_DAY, 76_005, "ﾍﾞﾂﾉ ﾋﾄ");

        assertThat(booked(76_005)).isEqualTo(2);
    }

    @Test
    void theSameFileAgainOpensNoSecondTask() {
        var task = rejected(76_007, "ﾂｳﾁﾖｳ ｼﾁﾛｳ");

        assertThat(rejected(76_007, "ﾂｳﾁﾖｳ ｼﾁﾛｳ")).isEqualTo(task);
        decide(task, "DISMISS", "通帳に記帳がない", Map.of());
        take(WRONG_DAY, 76_007, "ﾂｳﾁﾖｳ ｼﾁﾛｳ");

        assertThat(open(task)).isFalse();
        assertThat(jdbc.sql("select count(*) from task where type = 'bank-row-rejected' and reason like '%ｼﾁﾛｳ%'")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void aRowThatIsNoDepositIsDismissedOnlyForAReasonAndNothingIsBooked() {
        var task = rejected(76_006, "ﾂｳﾁﾖｳ ﾛｸﾛｳ");
        assertThatThrownBy(() -> decide(task, "DISMISS", " ", Map.of())).isInstanceOf(InvalidInput.class);

        decide(task, "DISMISS", "通帳に記帳がない", Map.of());

        assertThat(open(task)).isFalse();
        assertThat(booked(76_006)).isZero();
    }

    private long rejected(long amount, String remitter) {
        assertThat(take(WRONG_DAY, amount, remitter).rejected()).isOne();
        return jdbc.sql("select id from task where type = 'bank-row-rejected' and state = 'OPEN' and reason like ?")
                .param("%" + remitter + "%")
                .query(Long.class)
                .single();
    }

    private PaymentImportReport take(String day, long amount, String remitter) {
        var file = ZenginText.file()
                .transfer(day, amount, remitter)
                .trailer()
                .end()
                .crlf();
        return PaymentImportReport.of(
                importDeposits.take("zengin-01", "furikomi-%d.txt".formatted(amount), FileContent.of(file)));
    }

    private static Map<String, String> statement(String day, long amount, String remitter) {
        return Map.of("depositDate", day, "depositAmount", String.valueOf(amount), "remitterKana", remitter);
    }

    private void decide(long task, String decision, @Nullable String comment, Map<String, String> input) {
        complete.complete(task, decision, comment, input, "keiri");
    }

    private void assertWrong(long task, Map<String, String> input, String... problems) {
        assertThatThrownBy(() -> decide(task, "RECORD", null, input))
                .isInstanceOfSatisfying(InvalidInput.class, wrong -> assertThat(wrong.problems())
                        .extracting((FieldProblem p) -> p.field() + ": " + p.code())
                        .containsExactlyElementsOf(List.of(problems)));
    }

    private boolean open(long task) {
        return jdbc.sql("select state = 'OPEN' from task where id = ?")
                .param(task)
                .query(Boolean.class)
                .single();
    }

    private int booked(long amount) {
        return jdbc.sql("select count(*) from deposit where amount = ?")
                .param(amount)
                .query(Integer.class)
                .single();
    }
}
