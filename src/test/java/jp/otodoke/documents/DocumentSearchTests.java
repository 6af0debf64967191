package jp.otodoke.documents;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static jp.otodoke.orders.PaymentMethod.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What the law asks of who keeps documents: found by date, amount and partner, ranges and combinations of them. */
@ModuleTest
class DocumentSearchTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 26);

    private final DocumentDesk desk;
    private final String family = "検索" + UUID.randomUUID().toString().substring(0, 6);

    @Autowired
    FindDocuments documents;

    @Autowired
    IssueDueDocuments issueDue;

    private OrderNumber cheap = OrderNumber.of("A0");
    private OrderNumber dear = OrderNumber.of("A0");

    @Autowired
    DocumentSearchTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(DocumentDesk.class);
    }

    @BeforeEach
    void two() {
        cheap = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER).family(family));
        dear = desk.shipped(desk.food(9990, 2).by(BANK_TRANSFER).family(family));
        desk.issue(cheap, DocumentKind.INVOICE);
        desk.issue(dear, DocumentKind.INVOICE);
    }

    @Test
    void eachConditionNarrowsAndAllHoldTogether() {
        assertThat(found(null, null, "", family)).containsExactly(dear, cheap);
        assertThat(found(DAY, DAY, "", family)).containsExactly(dear, cheap);
        assertThat(found(DAY.plusDays(1), null, "", family)).isEmpty();
        assertThat(found(null, DAY.minusDays(1), "", family)).isEmpty();
        assertThat(found(null, null, "6530", family)).containsExactly(cheap);
        assertThat(found(null, null, "6531-", family)).containsExactly(dear);
        assertThat(found(null, null, "-6530", family)).containsExactly(cheap);
        assertThat(found(DAY, DAY, "6,000-7,000", family.substring(0, 4)))
                .contains(cheap)
                .doesNotContain(dear);
        assertThat(found(DAY, DAY, "6530", "存在しない名前")).isEmpty();
    }

    @Test
    void aPartnerIsFoundByNumberToo() {
        var customer = desk.order(cheap).customerNumber();

        assertThat(found(null, null, "", customer.value())).contains(cheap);
    }

    @Test
    void listsAreSortedByEveryColumnAndSummed() {
        var filter = filter(null, null, "", family);

        assertThat(documents.list(filter, "amount", 0, 10))
                .extracting(d -> d.orders().get(0))
                .containsExactly(cheap, dear);
        assertThat(documents.list(filter, "amount,desc", 1, 10))
                .extracting(d -> d.orders().get(0))
                .containsExactly(cheap);
        assertThat(documents.sums(filter).documents()).isEqualTo(2);
        assertThat(documents.sums(filter).amount().amount())
                .isEqualTo(6530
                        + documents
                                .list(filter, "-amount", 0, 1)
                                .get(0)
                                .amount()
                                .amount());
    }

    @Test
    void whoLooksAtAnOrderFindsWhatItHasByItself() {
        var order = desk.shipped(desk.food(1000, 1).by(CASH_ON_DELIVERY).family(family));
        assertThat(ofOrder(order)).isEmpty();

        issueDue.issue(order);
        issueDue.issue(order);

        assertThat(ofOrder(order)).containsExactlyInAnyOrder(DocumentKind.DELIVERY_NOTE, DocumentKind.INVOICE);

        desk.comesBack(order, 1);
        issueDue.issue(order);

        assertThat(ofOrder(order))
                .containsExactlyInAnyOrder(
                        DocumentKind.DELIVERY_NOTE, DocumentKind.INVOICE, DocumentKind.RETURN_INVOICE);
    }

    /** Their tax is rounded on the statement. */
    @Test
    void salesOnAccountHaveNoInvoicesBesideTheStatement() {
        var order = desk.shipped(desk.food(1000, 1).by(INVOICE).family(family));

        issueDue.issue(order);
        desk.comesBack(order, 1);
        issueDue.issue(order);

        assertThat(ofOrder(order)).containsExactly(DocumentKind.DELIVERY_NOTE);
    }

    private List<DocumentKind> ofOrder(OrderNumber order) {
        return documents.list(DocumentFilter.of(order), null, 0, 50).stream()
                .map(IssuedDocument::kind)
                .toList();
    }

    private List<OrderNumber> found(@Nullable LocalDate from, @Nullable LocalDate to, String amount, String partner) {
        return documents.list(filter(from, to, amount, partner), "-id", 0, 50).stream()
                .map(document -> document.orders().get(0))
                .toList();
    }

    private static DocumentFilter filter(
            @Nullable LocalDate from, @Nullable LocalDate to, String amount, String partner) {
        return new DocumentFilter(DocumentKind.INVOICE, from, to, AmountRange.of(amount), partner, null);
    }
}
