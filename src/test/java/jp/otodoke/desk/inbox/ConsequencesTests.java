package jp.otodoke.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import jp.otodoke.OtodokeTest;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.inbox.OpenTask;
import jp.otodoke.inbox.TaskKinds;
import jp.otodoke.inbox.Tasks;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OtodokeTest
class ConsequencesTests {
    @Autowired
    Given given;

    @Autowired
    TaskKinds kinds;

    @Autowired
    Inbox inbox;

    @Autowired
    Tasks tasks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final String sku = "C-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void inJapanese() {
        LocaleContextHolder.setLocale(Locale.JAPANESE);
    }

    @AfterEach
    void inAnyLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @BeforeEach
    void teaAtThreeThousand() {
        given.product(ProductMother.tea().coded(sku));
    }

    @Test
    void sayHowManyOrdersAndHowMuchMoneyADecisionMoves() {
        var one = task("review-order", order());
        var other = task("review-order", order());

        assertThat(inWords(List.of(one), "APPROVE")).isEqualTo("1件の受注(¥6,880)が先へ進みます。");
        assertThat(inWords(List.of(one, other), "APPROVE")).isEqualTo("2件の受注(¥13,760)が先へ進みます。");
        assertThat(inWords(List.of(one, other), "CANCEL")).isEqualTo("2件の受注(¥13,760)を止めます。");
    }

    @Test
    void areLeftUnsaidWhereADecisionMovesNoWholeOrder() {
        var order = order();

        assertThat(inWords(List.of(task("shipment-short", order)), "CANCEL_REST"))
                .isEmpty();
        assertThat(inWords(List.of(task("record-rejected", order)), "DISMISS")).isEmpty();
        assertThat(inWords(List.of(task("refund-due", order)), "REFUNDED"))
                .as("nothing was paid too much")
                .isEmpty();
        assertThat(inWords(List.of(task("settlement-overdue", order)), "RECEIVED"))
                .isEqualTo("¥6,880を入金として記帳します。");
    }

    private String inWords(List<OpenTask> tasks, String decision) {
        return kinds.of(tasks.get(0).type()).consequences(tasks, decision).japanese();
    }

    private OpenTask task(String type, OrderNumber order) {
        inbox.open(NewTask.of(
                type, UUID.randomUUID().toString(), OrderSubject.of(order), BilingualText.asWritten("備考があります")));
        return tasks.about(OrderSubject.of(order)).stream()
                .filter(task -> task.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private OrderNumber order() {
        return given.order(OrderMother.of(sku, 2).byPhone().family("帰結"));
    }
}
