package jp.otodoke.documents;

import static jp.otodoke.orders.PaymentMethod.CASH_ON_DELIVERY;
import static jp.otodoke.orders.PaymentMethod.INVOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** Many documents at once. */
@ModuleTest
class DocumentBatchTests {
    private final DocumentDesk desk;

    @Autowired
    BeginDocumentBatch begin;

    @Autowired
    StopDocumentBatch stop;

    @Autowired
    RunDocumentBatches run;

    @Autowired
    DocumentBatches batches;

    @Autowired
    MergeDocuments merge;

    @Autowired
    DocumentBatchTests(AutowireCapableBeanFactory beans) {
        this.desk = beans.createBean(DocumentDesk.class);
    }

    @BeforeEach
    void font() {
        JapaneseFont.required();
    }

    @Test
    void theNotesOfADayAreIssuedOneByOneAndPrintedAsOne() throws IOException {
        var day = shippedOn("2027-02-01T10:00:00+09:00", 3);

        var batch = begin.begin(BatchScope.of(DocumentKind.DELIVERY_NOTE, day, null), "tester");
        assertThat(batches.get(batch).total()).isEqualTo(3);
        run.step();
        assertThat(batches.get(batch).worked()).isEqualTo(1);
        assertThat(batches.get(batch).running()).isTrue();
        run.run();

        assertThat(batches.get(batch).state()).isEqualTo(DocumentBatch.State.DONE);
        assertThat(batches.get(batch).issued()).isEqualTo(3);
        assertThat(batches.problems(batch)).isEmpty();
        var out = new ByteArrayOutputStream();
        merge.write(merge.open(batch), out);
        assertThat(DocumentDesk.pages(out.toByteArray())).isEqualTo(3);
        assertThat(DocumentDesk.text(out.toByteArray())).contains("納品書", "お茶");
        assertThatThrownBy(() -> begin.begin(BatchScope.of(DocumentKind.DELIVERY_NOTE, day, null), "tester"))
                .as("nothing is left")
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.messageKey()).isEqualTo("document.batch.nothing"));
    }

    @Test
    void whatIsStoppedKeepsWhatWasIssuedAndTheNextGoesOn() {
        var day = shippedOn("2027-02-08T10:00:00+09:00", 3);
        var batch = begin.begin(BatchScope.of(DocumentKind.INVOICE, day, null), "tester");
        run.step();

        stop.stop(batch, "tester");
        run.run();

        assertThat(batches.get(batch).state()).isEqualTo(DocumentBatch.State.STOPPED);
        assertThat(batches.get(batch).issued()).isEqualTo(1);
        assertThatThrownBy(() -> stop.stop(batch, "tester")).isInstanceOf(Refusal.class);

        var next = begin.begin(BatchScope.of(DocumentKind.INVOICE, day, null), "tester");
        run.run();

        assertThat(batches.get(next).issued()).isEqualTo(2);
    }

    @Test
    void aBatchOfInvoicesLeavesOutSalesOnAccount() {
        var day = shippedOn("2027-04-05T10:00:00+09:00", 1);
        var onAccount = desk.shipped(desk.food(1000, 1).by(INVOICE));
        assertThat(desk.given.shipments(onAccount).get(0).shipDate()).isEqualTo(day);

        var batch = begin.begin(BatchScope.of(DocumentKind.INVOICE, day, null), "tester");

        assertThat(batches.get(batch).total()).isEqualTo(1);
        run.run();
    }

    @Test
    void whatCanNotBeIssuedSaysWhyAndStopsNobody() {
        desk.testClock.set("2027-03-01T10:00:00+09:00");
        var gone = desk.given.orderAccepted(desk.food(1000, 1).by(CASH_ON_DELIVERY));
        var stays = desk.given.orderAccepted(desk.food(1000, 1).by(CASH_ON_DELIVERY));
        var cancelled = desk.given.shipments(gone).get(0);
        var batch = begin.begin(BatchScope.of(DocumentKind.DELIVERY_NOTE, cancelled.shipDate(), null), "tester");

        desk.cancelled(gone, cancelled.number());
        run.run();

        assertThat(batches.get(batch).state()).isEqualTo(DocumentBatch.State.DONE);
        assertThat(batches.get(batch).issued()).isEqualTo(1);
        assertThat(batches.get(batch).refused()).isEqualTo(1);
        assertThat(batches.problems(batch))
                .singleElement()
                .satisfies(problem -> assertThat(problem.subject())
                        .isEqualTo(cancelled.number().value()))
                .satisfies(problem -> assertThat(problem.why().japanese()).contains("取り消された"));
        desk.given.shipments(stays).forEach(shipment -> desk.given.ship(shipment.number()));
    }

    @Test
    void thereIsNoBatchOfReceiptsNorWithoutItsDay() {
        assertThatThrownBy(() -> BatchScope.of(DocumentKind.RECEIPT, null, null))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BatchScope.of(DocumentKind.INVOICE, null, YearMonth.of(2027, 1)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> BatchScope.of(DocumentKind.STATEMENT, LocalDate.of(2027, 1, 1), null))
                .isInstanceOf(InvalidInput.class);
    }

    private LocalDate shippedOn(String morning, int orders) {
        desk.testClock.set(morning);
        LocalDate day = desk.clock.today();
        for (int i = 0; i < orders; i++) {
            var order = desk.shipped(desk.food(1000, 1).by(CASH_ON_DELIVERY));
            day = desk.given.shipments(order).get(0).shipDate();
        }
        return day;
    }
}
