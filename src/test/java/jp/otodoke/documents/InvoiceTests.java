package jp.otodoke.documents;

import static jp.otodoke.orders.PaymentMethod.BANK_TRANSFER;
import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices, return invoices and delivery notes of what has left. */
@ModuleTest
class InvoiceTests {
    private final DocumentDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InvoiceTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(DocumentDesk.class);
    }

    @BeforeEach
    void font() {
        JapaneseFont.required();
    }

    /** The made-up totals of the format's description: 5,980 at 8 %, 550 at 10 %. */
    @Test
    void taxIsRoundedOncePerRate() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER).family("請求"));

        var invoice = desk.issue(order, DocumentKind.INVOICE);

        assertThat(invoice.amount()).isEqualTo(Yen.of(6530));
        assertThat(taxes(invoice)).containsExactly("8 5980 442", "10 550 50");
        assertThat(desk.text(invoice))
                .contains("登録番号T7123456789012", "株式会社オトドケ", "取引年月日2026年11月26日", invoice.number())
                .contains("お茶※", "8%対象（軽減税率※）5,980円442円", "10%対象550円50円", "※は軽減税率の対象です。")
                .contains("請求", "様", "6,530円");
    }

    @Test
    void theSameDocumentIsTheSameBytesWheneverItIsAskedFor() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));
        var invoice = desk.issue(order, DocumentKind.INVOICE);

        var first = desk.open.pdf(invoice.id()).pdf();
        desk.testClock.advance(Duration.ofDays(40));

        assertThat(desk.open.pdf(invoice.id()).pdf()).isEqualTo(first);
        assertThat(desk.issue(order, DocumentKind.INVOICE).id()).isEqualTo(invoice.id());
    }

    @Test
    void nothingCanChangeWhatWasIssued() {
        var invoice = desk.issue(desk.shipped(desk.food(1000, 1).by(CASH_ON_DELIVERY)), DocumentKind.INVOICE);
        desk.open.pdf(invoice.id());

        for (var table : List.of("document", "document_tax", "document_pdf")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table).update())
                    .as(table)
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
    }

    @Test
    void beforeGoodsLeaveThereIsNoInvoice() {
        var order = desk.given.orderUnderway(desk.food(1000, 1).by(CASH_ON_DELIVERY));

        assertThatThrownBy(() -> desk.issue(order, DocumentKind.INVOICE)).isInstanceOfSatisfying(Refusal.class, no -> {
            assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(no.messageKey()).isEqualTo("document.refused.nothing-shipped");
        });
    }

    @Test
    void whatComesBackStandsOnAReturnInvoiceAndTheInvoiceStays() {
        var order = desk.shipped(desk.food(2990, 2).by(BANK_TRANSFER));
        var invoice = desk.issue(order, DocumentKind.INVOICE);
        assertThatThrownBy(() -> desk.issue(order, DocumentKind.RETURN_INVOICE)).isInstanceOf(Refusal.class);

        desk.comesBack(order, 1);

        var returned = desk.issue(order, DocumentKind.RETURN_INVOICE);
        assertThat(taxes(returned)).containsExactly("8 2990 221");
        assertThat(desk.text(returned))
                .contains("返還インボイス", "もとの取引日2026年11月26日", "返品等の日", "2,990円221円", "T7123456789012");
        assertThat(desk.issue(order, DocumentKind.INVOICE).id()).isEqualTo(invoice.id());

        desk.comesBack(order, 1);

        var corrected = desk.issue(order, DocumentKind.RETURN_INVOICE);
        assertThat(corrected.corrects()).isEqualTo(returned.number());
        assertThat(taxes(corrected)).containsExactly("8 5980 442", "10 550 50");
        assertThat(desk.text(corrected)).contains(returned.number() + "の訂正");
    }

    @Test
    void aDeliveryNoteTellsGoodsAndTheirAmounts() {
        var cream = desk.given.product(ProductMother.cream().called("美容クリーム"), 10);
        var order = desk.shipped(desk.food(2990, 2).and(cream, 1).by(CASH_ON_DELIVERY));

        var note = desk.issue(order, DocumentKind.DELIVERY_NOTE);

        assertThat(note.amount()).isEqualTo(Yen.of(9980));
        assertThat(note.shipment()).isNotNull();
        assertThat(desk.text(note)).contains("納品書", "お茶※", "22,990円8%5,980円", "美容クリーム", "14,000円10%4,000円", "9,980円");
    }

    @Test
    void aNoteForAPresentTellsNoAmounts() {
        var order = desk.shipped(desk.food(2990, 2).by(CASH_ON_DELIVERY));

        var note = desk.issue(order, DocumentKind.GIFT_DELIVERY_NOTE);

        assertThat(note.amount()).isEqualTo(Yen.ZERO);
        assertThat(desk.text(note)).contains("納品書", "お茶").doesNotContain("円", "2,990", "5,980", "税率");
    }

    @Test
    void whatAFontLacksIsMarkedAndTold() {
        var tea = desk.given.product(ProductMother.tea().called("お茶🍵"), 10);
        var order = desk.shipped(OrderMother.of(tea, 1).by(CASH_ON_DELIVERY));

        var note = desk.issue(order, DocumentKind.DELIVERY_NOTE);

        assertThat(desk.text(note)).contains("お茶〓", "〓は、印刷用の書体にない文字を表しています。");
        assertThat(desk.open.html(note.id())).contains("お茶🍵").doesNotContain("〓");
    }

    @Test
    void aLongOrderGoesOverPagesWithItsTotalsAtTheEnd() {
        var ordering = desk.food(100, 1).by(CASH_ON_DELIVERY);
        for (int i = 1; i < 60; i++) {
            ordering = ordering.and(
                    desk.given.product(
                            ProductMother.tea()
                                    .costing(100 + i)
                                    .called("とても長い名前の商品 国産有機栽培一番茶葉使用 深蒸し煎茶 大容量お徳用パック 第" + i + "号"),
                            10),
                    1 + i % 3);
        }
        var order = desk.shipped(ordering);

        var invoice = desk.issue(order, DocumentKind.INVOICE);

        var pdf = desk.open.pdf(invoice.id()).pdf();
        assertThat(DocumentDesk.pages(pdf)).isBetween(3, 6);
        var text = DocumentDesk.text(pdf);
        assertThat(text).contains("第59号");
        assertThat(text.lastIndexOf("税率別の内訳")).isGreaterThan(text.lastIndexOf("第59号"));
    }

    private List<String> taxes(IssuedDocument document) {
        return jdbc.sql(
                        "select rate || ' ' || amount || ' ' || tax from document_tax where document_id = ? order by rate")
                .param(document.id())
                .query(String.class)
                .list();
    }
}
