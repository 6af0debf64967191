package jp.otodoke.orders;

import java.util.List;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Computes what an order would cost today without saving anything. */
@Component
public class QuoteOrder {
    private final Pricing pricing;
    private final RedeemOnOrders redeem;
    private final BusinessClock clock;

    QuoteOrder(Pricing pricing, RedeemOnOrders redeem, BusinessClock clock) {
        this.pricing = pricing;
        this.redeem = redeem;
        this.clock = clock;
    }

    /** @throws InvalidInput listing every line that can't be priced, or what can't be redeemed */
    @Transactional(readOnly = true, noRollbackFor = InvalidInput.class)
    public Quote quote(NewOrder order, Recipient buyer) {
        var today = clock.today();
        var book = pricing.on(today, List.of(order));
        var priced = book.price(order, buyer);
        return Quote.of(book.reduced(priced, redeem.look(order).of(order, priced, today)));
    }

    public record Quote(
            List<OrderDestination> destinations, List<OrderLine> lines, Totals totals, List<Totals.TaxShare> taxes) {
        static Quote of(PricedOrder pricedOrder) {
            return new Quote(
                    pricedOrder.destinations(), pricedOrder.lines(), pricedOrder.totals(), pricedOrder.taxes());
        }
    }
}
