package jp.otodoke.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import jp.otodoke.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What a fault says ends up in logs, in incidents and in the engine's tables, so it says nothing of a person. */
@ModuleTest
class FaultsKeepQuietTests {
    private static final String NAME = "山田花子";
    private static final String PHONE = "0312345678";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    @Autowired
    FaultsKeepQuietTests(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Test
    void aBatchThatBreaksARuleNamesTheRuleAndNoValue() {
        var fault = failing(() -> jdbc.batchUpdate(
                "insert into buyer_of_a_test values (?, ?)",
                List.of(new Object[] {NAME, PHONE}, new Object[] {NAME, PHONE})));

        assertThat(trace(fault)).contains("buyer_of_a_test_once").doesNotContain(NAME, PHONE);
    }

    @Test
    void aRowThatBreaksARuleNamesTheRuleAndNoValue() {
        var fault = failing(() -> jdbc.update("insert into buyer_of_a_test values (?, ?)", NAME, "x"));

        assertThat(trace(fault)).contains("buyer_of_a_test_phone").doesNotContain(NAME);
    }

    @Test
    void aWrongInputNamesTheFieldAndNoValue() {
        var fault = new InvalidInput(
                List.of(new FieldProblem("name", "too-long", BilingualText.asWritten(NAME + "は長すぎます"))));

        assertThat(trace(fault)).contains("name: too-long").doesNotContain(NAME);
        assertThat(trace(catchThrowable(() -> new PostalCode(PHONE)))).doesNotContain(PHONE);
    }

    private Throwable failing(Runnable work) {
        return Objects.requireNonNull(catchThrowable(() -> transaction.executeWithoutResult(status -> {
            jdbc.execute(
                    """
                    create temporary table buyer_of_a_test (
                        name  text constraint buyer_of_a_test_once unique,
                        phone text constraint buyer_of_a_test_phone check (length(phone) > 5)) on commit drop
                    """);
            work.run();
        })));
    }

    private static String trace(Throwable fault) {
        var trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
