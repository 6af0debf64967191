package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.payments.CancelStatement;
import jp.otodoke.payments.CloseAccounts;
import jp.otodoke.payments.SecurePayment;
import jp.otodoke.payments.StatementNumber;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** 請求書 of 掛売り: one qualified invoice for each closing. */
@ModuleTest
class StatementInvoiceTests {
    private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 20);
    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 20);

    private final DocumentDesk desk;

    @Autowired
    IssueStatementInvoice issue;

    @Autowired
    IssueDueDocuments issueDue;

    @Autowired
    FindDocuments documents;

    @Autowired
    SalesOnAccount onAccount;

    @Autowired
    StatementLines lines;

    @Autowired
    BeginDocumentBatch begin;

    @Autowired
    RunDocumentBatches run;

    @Autowired
    DocumentBatches batches;

    @Autowired
    CloseAccounts closeAccounts;

    @Autowired
    CancelStatement cancelStatement;

    @Autowired
    SecurePayment secure;

    @Autowired
    AdvanceOrder advance;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    StatementInvoiceTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(DocumentDesk.class);
    }

    @BeforeEach
    void inNovember() {
        JapaneseFont.required();
        desk.testClock.set("2026-11-10T10:00:00+09:00");
    }

    @AfterEach
    void back() {
        desk.testClock.set("2026-11-26T10:00:00+09:00");
    }

    @Test
    void taxIsRoundedOnceForEachRateOfAllOrdersOnIt() {
        var firm = firm();
        for (int n = 0; n < 3; n++) {
            ship(ordered(firm, 105, 1), 1);
        }

        var invoice = issue.issue(close(firm, desk.clock.today()));

        assertThat(taxes(invoice)).containsExactly("8 315 23", "10 1650 150");
        assertThat(invoice.amount()).isEqualTo(Yen.of(1_965));
        assertThat(desk.text(invoice)).contains("8%対象（軽減税率※）315円23円", "10%対象1,650円150円", "登録番号T7123456789012");
    }

    @Test
    void itTellsWhatWasAskedForWhatCameAndWhatIsToBePaidByWhenAndWhere() {
        var firm = firm();
        ship(ordered(firm, 3_000, 3), 3);
        close(firm, desk.clock.today());
        desk.testClock.set("2026-12-01T10:00:00+09:00");
        ship(ordered(firm, 3_000, 1), 1);
        desk.testClock.set("2026-12-21T01:00:00+09:00");
        var number = close(firm, DECEMBER);

        var text = desk.text(issue.issue(number));

        assertThat(text)
                .contains("請求書番号" + number, "締め日2026年12月20日", "お支払期限2027年2月1日", "お振込先")
                .contains("9,550円0円9,550円3,550円", "ご請求金額（税込）13,100円", "お茶※", "送料・手数料");
    }

    @Test
    void anOrderThatLeavesInPartsHasEachPieceOnOneStatement() {
        var firm = firm();
        var order = ordered(firm, 3_000, 6);
        ship(order, 1);
        desk.testClock.set("2026-11-21T00:05:00+09:00");
        ship(order, 2);
        var first = close(firm, NOVEMBER);
        desk.testClock.set("2026-12-05T10:00:00+09:00");
        ship(order, 3);
        takeBack(order, 1);
        desk.testClock.set("2026-12-21T01:00:00+09:00");
        var second = close(firm, DECEMBER);

        assertThat(pieces(first)).containsExactly(tuple(order.value(), 1, 3_000L));
        assertThat(pieces(second)).containsExactly(tuple(order.value(), 4, 12_000L));
        assertThat(jdbc.sql("select goods from payments_statement_line_view where statement = ? and tax_rate = 8")
                        .param(second.value())
                        .query(String.class)
                        .single())
                .endsWith("x 4");
    }

    @Test
    void whatComesBackAfterTheClosingStandsOnTheNextAsLess() {
        var firm = firm();
        var order = ordered(firm, 3_000, 3);
        ship(order, 3);
        close(firm, desk.clock.today());
        desk.testClock.set("2026-12-05T10:00:00+09:00");
        takeBack(order, 2);
        desk.testClock.set("2026-12-21T01:00:00+09:00");

        var second = close(firm, DECEMBER);

        assertThat(pieces(second)).containsExactly(tuple(order.value(), -2, -6_000L));
        assertThat(taxes(issue.issue(second))).containsExactly("8 -6000 -445");
    }

    @Test
    void theRowsComeToTheSalesOfTheStatement() {
        var firm = firm();
        ship(ordered(firm, 2_990, 2), 2);
        ship(ordered(firm, 105, 3), 1);
        var number = close(firm, desk.clock.today());

        var sum = Yen.sum(lines.of(number), line -> line.item().amount());

        assertThat(sum.amount())
                .isEqualTo(jdbc.sql("select sales from payments_statement_view where number = ?")
                        .param(number.value())
                        .query(Long.class)
                        .single());
    }

    @Test
    void itIsKeptAsItWasIssued() {
        var firm = firm();
        ship(ordered(firm, 3_000, 2), 2);
        var number = close(firm, desk.clock.today());
        var invoice = issue.issue(number);
        var pdf = desk.open.pdf(invoice.id()).pdf();
        desk.testClock.set("2027-01-10T10:00:00+09:00");

        assertThat(issue.issue(number).id()).isEqualTo(invoice.id());
        assertThat(desk.open.pdf(invoice.id()).pdf()).isEqualTo(pdf);
        assertThat(jdbc.sql("select pdf_sha256 from document_pdf where document_id = ?")
                        .param(invoice.id())
                        .query(String.class)
                        .single())
                .isEqualTo(Sha256.of(pdf));
    }

    @Test
    void itIsFoundByTheOrdersOnItAndByItsCustomer() {
        var firm = firm();
        var order = ordered(firm, 3_000, 2);
        ship(order, 2);
        var number = close(firm, desk.clock.today());
        assertThat(onAccount.withoutInvoice(firm.value(), 10)).containsExactly(number);

        issueDue.issue(order);

        assertThat(documents.list(DocumentFilter.of(order), null, 0, 10))
                .extracting(IssuedDocument::kind)
                .containsExactly(DocumentKind.STATEMENT_INVOICE);
        assertThat(onAccount.withoutInvoice(firm.value(), 10)).isEmpty();
        assertThat(documents.list(
                        new DocumentFilter(
                                DocumentKind.STATEMENT_INVOICE, null, null, AmountRange.of("6550"), firm.value(), null),
                        null,
                        0,
                        10))
                .hasSize(1);
    }

    @Test
    void anOrderOnAccountHasNoQualifiedInvoiceBesideItsStatement() {
        var order = ordered(firm(), 3_000, 2);
        ship(order, 2);

        for (var kind : List.of(DocumentKind.INVOICE, DocumentKind.RETURN_INVOICE)) {
            if (kind == DocumentKind.RETURN_INVOICE) {
                desk.comesBack(order, 1);
            }
            assertThatThrownBy(() -> desk.issue(order, kind)).isInstanceOfSatisfying(Refusal.class, no -> {
                assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
                assertThat(no.messageKey()).isEqualTo("document.refused.on-account");
            });
        }
    }

    @Test
    void aCancelledStatementIsNotIssuedAndItsGoodsStandOnTheNext() {
        var firm = firm();
        var order = ordered(firm, 3_000, 2);
        ship(order, 2);
        var cancelled = close(firm, desk.clock.today());
        cancelStatement.cancel(cancelled, "宛先違い", "tester");

        assertThatThrownBy(() -> issue.issue(cancelled))
                .isInstanceOfSatisfying(Refusal.class, no -> assertThat(no.messageKey())
                        .isEqualTo("document.refused.statement-cancelled"));
        assertThat(pieces(close(firm, desk.clock.today()))).containsExactly(tuple(order.value(), 2, 6_000L));
        assertThatThrownBy(() -> issue.issue(StatementNumber.of("B99999999")))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void thoseOfAClosingAreIssuedTogether() {
        desk.testClock.set("2026-11-13T10:00:00+09:00");
        var day = desk.clock.today();
        var numbers = List.of(firm(), firm()).stream()
                .map(firm -> {
                    ship(ordered(firm, 1_000, 1), 1);
                    return close(firm, day);
                })
                .toList();

        var batch = begin.begin(BatchScope.of(DocumentKind.STATEMENT_INVOICE, day, null), "tester");
        run.run();

        assertThat(batches.get(batch).state()).isEqualTo(DocumentBatch.State.DONE);
        assertThat(batches.problems(batch)).isEmpty();
        assertThat(numbers)
                .allSatisfy(number -> assertThat(documents.about(DocumentKind.STATEMENT_INVOICE, number.value()))
                        .hasSize(1));
    }

    private CustomerNumber firm() {
        var firm = desk.given.customer(CustomerMother.unmistakable(
                "商事" + UUID.randomUUID().toString().substring(0, 6), CustomerMother.TOKYO, true));
        desk.given.creditTerms(firm, 1_000_000, 20);
        return firm;
    }

    /** Teas at a price, and 550 yen for shipping. */
    private OrderNumber ordered(CustomerNumber firm, long price, int teas) {
        var order = desk.given.order(OrderMother.of(ProductMother.tea().costing(price), teas)
                .from(firm)
                .by(PaymentMethod.INVOICE));
        secure.secure(order);
        return order;
    }

    private void ship(OrderNumber order, int pieces) {
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, pieces)));
    }

    private void takeBack(OrderNumber order, int pieces) {
        transaction.executeWithoutResult(status -> {
            advance.takeBack(order, List.of(new AdvanceOrder.Pieces(1, pieces)));
            events.publishEvent(new OrderReturned(order));
        });
    }

    private StatementNumber close(CustomerNumber firm, LocalDate day) {
        return closeAccounts.close(day, firm, "tester").get(0);
    }

    private List<Tuple> pieces(StatementNumber number) {
        return lines.of(number).stream()
                .filter(line -> line.item().quantity() != null)
                .map(line -> tuple(
                        line.order(),
                        line.item().quantity(),
                        line.item().amount().amount()))
                .toList();
    }

    private List<String> taxes(IssuedDocument document) {
        return jdbc.sql(
                        "select rate || ' ' || amount || ' ' || tax from document_tax where document_id = ? order by rate")
                .param(document.id())
                .query(String.class)
                .list();
    }
}
