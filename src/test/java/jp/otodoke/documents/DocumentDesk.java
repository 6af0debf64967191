package jp.otodoke.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import jp.otodoke.EngineJobs;
import jp.otodoke.TestClock;
import jp.otodoke.fulfilment.CancelAnswer;
import jp.otodoke.fulfilment.CancelResult;
import jp.otodoke.fulfilment.RecordCancelAnswers;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.FindPayment;
import jp.otodoke.payments.Payment;
import jp.otodoke.payments.RecordCardAnswer;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders that leave and are paid, and what their documents say. */
class DocumentDesk {
    final Given given;
    final BusinessClock clock;
    final TestClock testClock;
    final IssueOrderDocument issue;
    final OpenDocument open;
    private final EngineJobs jobs;
    private final FindPayment payments;
    private final FindOrder orders;
    private final AdvanceOrder advance;
    private final RecordCardAnswer cardAnswers;
    private final RequestOrderCancel cancel;
    private final RecordCancelAnswers cancelAnswers;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DocumentDesk(
            Given given,
            BusinessClock clock,
            TestClock testClock,
            IssueOrderDocument issue,
            OpenDocument open,
            EngineJobs jobs,
            FindPayment payments,
            FindOrder orders,
            AdvanceOrder advance,
            RecordCardAnswer cardAnswers,
            RequestOrderCancel cancel,
            RecordCancelAnswers cancelAnswers,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.given = given;
        this.clock = clock;
        this.testClock = testClock;
        this.issue = issue;
        this.open = open;
        this.jobs = jobs;
        this.payments = payments;
        this.orders = orders;
        this.advance = advance;
        this.cardAnswers = cardAnswers;
        this.cancel = cancel;
        this.cancelAnswers = cancelAnswers;
        this.jdbc = jdbc;
        this.transaction = transaction;
        testClock.set("2026-11-26T10:00:00+09:00");
    }

    /** So many pieces at a price, a food, in stock. */
    OrderMother food(long price, int pieces) {
        return OrderMother.of(given.product(ProductMother.tea().costing(price), 1000), pieces);
    }

    /** Left the warehouse, all of it. */
    OrderNumber shipped(OrderMother ordering) {
        var order = given.orderUnderway(ordering);
        pay(order);
        given.wave();
        given.shipments(order).forEach(shipment -> {
            given.accept(shipment.number());
            given.ship(shipment.number());
        });
        return order;
    }

    /** By transfer or by card, if it is paid in advance. */
    void pay(OrderNumber order) {
        switch (payment(order).method()) {
            case BANK_TRANSFER -> {
                transfer(order);
                jobs.run(order);
            }
            case CREDIT_CARD -> {
                answer(order, CardAnswer.Outcome.AUTHORISED);
                jobs.run(order);
            }
            default -> {}
        }
    }

    void transfer(OrderNumber order) {
        given.deposit(PaymentMother.transferFor(order, payment(order).open().amount(), clock.today()));
    }

    /** The gateway answers what it was asked last. */
    void answer(OrderNumber order, CardAnswer.Outcome outcome) {
        cardAnswers.record(PaymentMother.answer(
                jdbc.sql("select max(id) from card_call where order_number = ?")
                        .param(order.value())
                        .query(Long.class)
                        .single(),
                outcome));
    }

    /** So many pieces of its first line come back. */
    void comesBack(OrderNumber order, int pieces) {
        transaction.executeWithoutResult(
                status -> advance.takeBack(order, List.of(new AdvanceOrder.Pieces(1, pieces))));
    }

    /** The customer cancels, and the warehouse agrees. */
    void cancelled(OrderNumber order, ShipmentNumber shipment) {
        cancel.request(order, "お客様都合", "tester");
        jobs.run(shipment.value());
        var request = given.shipments(order).get(0).cancelRequestId();
        cancelAnswers.record(List.of(new CancelAnswer(String.valueOf(request), shipment, CancelResult.CANCELLED)));
        given.follow(shipment);
    }

    Payment payment(OrderNumber order) {
        return payments.get(order);
    }

    Order order(OrderNumber order) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var found = orders.get(order);
            found.lines();
            return found;
        }));
    }

    IssuedDocument issue(OrderNumber order, DocumentKind kind) {
        return issue.issue(order, kind, ReceiptWording.USUAL).get(0);
    }

    /** The text of its PDF without spaces, as PDFs have them anywhere. */
    String text(IssuedDocument document) {
        return text(open.pdf(document.id()).pdf());
    }

    static String text(byte[] pdf) {
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read).replaceAll("[\\s　]", "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static int pages(byte[] pdf) {
        try (var read = Loader.loadPDF(pdf)) {
            return read.getNumberOfPages();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
