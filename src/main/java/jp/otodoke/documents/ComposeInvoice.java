package jp.otodoke.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.ShipmentStatus;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.RemainingTotals;
import jp.otodoke.orders.Totals.TaxShare;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.springframework.stereotype.Component;

/**
 * 適格請求書 of what was shipped of an order, and 返還インボイス of what came back of it. The invoice is the document on which tax is
 * rounded, once per rate.
 */
@Component
class ComposeInvoice {
    private final FindOrder orders;
    private final FindShipment shipments;
    private final RemainingTotals remainingTotals;
    private final PaperItems paperItems;
    private final BuyerAddress buyerAddress;
    private final Issuer issuer;
    private final BusinessClock clock;

    ComposeInvoice(
            FindOrder orders,
            FindShipment shipments,
            RemainingTotals remainingTotals,
            PaperItems paperItems,
            BuyerAddress buyerAddress,
            Issuer issuer,
            BusinessClock clock) {
        this.orders = orders;
        this.shipments = shipments;
        this.remainingTotals = remainingTotals;
        this.paperItems = paperItems;
        this.buyerAddress = buyerAddress;
        this.issuer = issuer;
        this.clock = clock;
    }

    /** @throws Refusal if nothing was shipped, or the issuer has no registration number (conflict) */
    Draft ofSale(OrderNumber number) {
        issuer.registrationNumber();
        var order = orders.get(number);
        var shares = remainingTotals.sold(order);
        if (shares.isEmpty()) {
            throw Refusal.conflict("document.refused.nothing-shipped", number);
        }
        var days = shipDays(number);
        var paper = new Paper(
                buyerAddress.of(order),
                days.last(),
                List.of(
                        new Paper.Fact("paper.transaction-date", days.written()),
                        new Paper.Fact("paper.order", number.value()),
                        new Paper.Fact("paper.method", PaperText.method(order.paymentMethod()))),
                paperItems.sold(order, OrderLine::shipped, shares),
                paperItems.rates(order, shares),
                Yen.sum(shares, TaxShare::amount),
                null);
        return Draft.ofOrder(DocumentKind.INVOICE, number, order.customerNumber(), paper);
    }

    /** @throws Refusal if nothing came back, or the issuer has no registration number (conflict) */
    Draft ofReturn(OrderNumber number) {
        issuer.registrationNumber();
        var order = orders.get(number);
        var shares = remainingTotals.takenBack(order);
        if (shares.isEmpty()) {
            throw Refusal.conflict("document.refused.nothing-returned", number);
        }
        var returned = returnedOn(number);
        var paper = new Paper(
                buyerAddress.of(order),
                returned,
                List.of(
                        new Paper.Fact("paper.return-date", PaperText.day(returned)),
                        new Paper.Fact("paper.sale-date", shipDays(number).written()),
                        new Paper.Fact("paper.order", number.value())),
                paperItems.takenBack(order, shares),
                paperItems.rates(order, shares),
                Yen.sum(shares, TaxShare::amount),
                null);
        return Draft.ofOrder(DocumentKind.RETURN_INVOICE, number, order.customerNumber(), paper);
    }

    boolean anythingShipped(Order order) {
        return order.lines().stream().anyMatch(line -> line.shipped() > 0);
    }

    boolean anythingReturned(Order order) {
        return order.lines().stream().anyMatch(line -> line.returned() > 0);
    }

    /** When its shipments left. */
    private Days shipDays(OrderNumber order) {
        var days = shipments.ofOrder(order).stream()
                .flatMap(shipment -> Stream.ofNullable(shipment.shippedAt()))
                .map(ComposeInvoice::day)
                .sorted()
                .toList();
        return days.isEmpty()
                ? new Days(clock.today(), clock.today())
                : new Days(days.get(0), days.get(days.size() - 1));
    }

    private LocalDate returnedOn(OrderNumber order) {
        return shipments.ofOrder(order).stream()
                .filter(shipment -> shipment.status() == ShipmentStatus.RETURNED)
                .map(shipment -> day(shipment.statusSince()))
                .max(LocalDate::compareTo)
                .orElseGet(clock::today);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, BusinessClock.TOKYO);
    }

    private record Days(LocalDate first, LocalDate last) {
        String written() {
            return PaperText.days(first, last);
        }
    }
}
