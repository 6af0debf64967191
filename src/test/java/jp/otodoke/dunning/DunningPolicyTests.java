package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import jp.otodoke.UnitTest;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.shared.Yen;
import jp.otodoke.workflow.DraftDecision;
import jp.otodoke.workflow.DraftDecisions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The policy that is delivered with the product, and what is wrong with drafts of another. */
@UnitTest
class DunningPolicyTests {
    private final DraftDecisions drafts = new DraftDecisions();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    UNPAID           | FEE   | BANK_TRANSFER | 6880  | 0 | 0 MAIL, 7 MAIL, 10 SMS, 14 LETTER, 20 HOLD_GOODS, 28 LETTER, 40 PERSON
                    UNPAID           | FEE   | BANK_TRANSFER | 999   | 5 | 0 MAIL, 14 MAIL, 30 LETTER, 60 PERSON
                    UNPAID           | DUE   | BANK_TRANSFER | 1000  | 2 | 0 MAIL, 2 SMS, 3 HOLD_GOODS, 7 LETTER, 14 LETTER, 21 PERSON
                    REVERSED_DEPOSIT | ORDER | BANK_TRANSFER | 50000 | 0 | 0 MAIL, 3 SMS, 5 MAIL, 10 LETTER, 12 HOLD_GOODS, 15 PERSON
                    DECLINED_CAPTURE | ORDER | CREDIT_CARD   | 500   | 0 | 0 RETRY, 2 RETRY, 3 OTHER_METHOD, 10 MAIL, 17 LETTER, 20 HOLD_GOODS, 30 PERSON
                    FAILED_DEBIT     | DUE   | DIRECT_DEBIT  | 3300  | 0 | 0 MAIL, 14 MAIL, 21 SMS, 28 OTHER_METHOD, 42 LETTER, 45 HOLD_GOODS, 56 PERSON
                    RESULT_UNKNOWN   | ORDER | CREDIT_CARD   | 500   | 0 | 0 RETRY, 2 RETRY, 3 PERSON
                    """)
    void plansByCauseAmountAndHistory(
            DunningCause cause, ReceivableKind kind, PaymentMethod method, long amount, int history, String calendar)
            throws IOException {
        var facts = new DunningFacts(cause, kind, method, Yen.of(amount), history);

        assertThat(delivered().decide(facts.asMap()).get(DunningPolicy.CALENDAR))
                .isEqualTo(calendar);
    }

    /** Else a case would end at nothing. */
    @ParameterizedTest
    @CsvSource({"UNPAID", "FAILED_DEBIT", "WITHDRAWN_SLIP", "DECLINED_CAPTURE", "RESULT_UNKNOWN"})
    void endsWithAPerson(DunningCause cause) throws IOException {
        var facts = new DunningFacts(cause, ReceivableKind.ORDER, PaymentMethod.INVOICE, Yen.of(5000), 0);
        var calendar = DunningCalendar.read(
                String.valueOf(delivered().decide(facts.asMap()).get(DunningPolicy.CALENDAR)));

        assertThat(calendar.entries().get(calendar.entries().size() - 1).kind()).isEqualTo(DunningStepKind.PERSON);
    }

    @ParameterizedTest
    @CsvSource({
        "DECLINED_CAPTURE, DECLINED_CARD, DECLINED_CARD",
        "0 PERSON, 0 SOMEBODY, SOMEBODY",
        "name=\"calendar\", name=\"plan\", plan",
        "${history}, ${age}, age"
    })
    void aDraftThatNamesWhatDoesNotExistIsRefused(String right, String wrong, String named) throws IOException {
        var draft = read(text().replace(right, wrong));

        assertThat(draft.problems()).isNotEmpty().anySatisfy(problem -> assertThat(problem)
                .contains("dunning-policy.dmn", named));
    }

    @Test
    void whatIsNoTableIsRefused() {
        assertThat(read("0 MAIL").problems()).hasSize(1);
        assertThat(read("<definitions/>").problems()).hasSize(1);
    }

    private DraftDecision delivered() throws IOException {
        var draft = read(text());
        assertThat(draft.problems()).isEmpty();
        return draft;
    }

    private DraftDecision read(String text) {
        return drafts.read(
                DunningPolicy.TABLE, text.getBytes(StandardCharsets.UTF_8), new DunningPolicy.NamedInRules());
    }

    static String text() throws IOException {
        return Files.readString(Path.of("bpmn/dunning/dunning-policy.dmn"));
    }
}
