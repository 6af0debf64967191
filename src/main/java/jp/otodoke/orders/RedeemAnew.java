package jp.otodoke.orders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import jp.otodoke.catalog.TaxRates;
import jp.otodoke.loyalty.ChangeRedemption;
import jp.otodoke.loyalty.ChangeRedemption.Asked;
import jp.otodoke.loyalty.RecordRedemptions.Redeemed;
import jp.otodoke.loyalty.Reduction;
import jp.otodoke.orders.ChangeOrder.Changes;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TaxClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a changed order other points, or another coupon, where that is asked for. */
@Component
class RedeemAnew {
    private final ChangeRedemption changeRedemption;
    private final TaxRates taxRates;
    private final JdbcClient jdbc;

    RedeemAnew(ChangeRedemption changeRedemption, TaxRates taxRates, JdbcClient jdbc) {
        this.changeRedemption = changeRedemption;
        this.taxRates = taxRates;
        this.jdbc = jdbc;
    }

    /**
     * @param full what the changed order costs without points and coupon
     * @return empty if nothing is asked for
     * @throws InvalidInput naming what can't be redeemed
     */
    Optional<Reduction> open(Order order, Changes changes, PricedOrder full) {
        return changes.redeemsAnew()
                ? Optional.of(changeRedemption.open(asked(order, changes, full)))
                : Optional.empty();
    }

    /** The same for a look at what it would cost. */
    Optional<Reduction> look(Order order, Changes changes, PricedOrder full) {
        return changes.redeemsAnew()
                ? Optional.of(changeRedemption.look(asked(order, changes, full)))
                : Optional.empty();
    }

    PricedOrder reduced(PricedOrder full, Reduction reduction, LocalDate day) {
        return full.reducedBy(reduction.discount(), reduction.points(), taxRates.percent(TaxClass.STANDARD, day));
    }

    void record(Order order, Reduction reduction) {
        changeRedemption.record(new Redeemed(
                order.number(),
                order.customerNumber(),
                reduction,
                order.totals().total()));
    }

    private Asked asked(Order order, Changes changes, PricedOrder full) {
        if (order.pricedByShop()) {
            throw new InvalidInput(pricedByShop(changes));
        }
        return new Asked(
                order.number(),
                order.customerNumber(),
                changes.points(),
                changes.coupon(),
                LocalDate.ofInstant(order.orderedAt(), BusinessClock.TOKYO),
                full.goods(),
                full.charges(),
                () -> isOnlyOrder(order));
    }

    private static ArrayList<FieldProblem> pricedByShop(Changes changes) {
        var problems = new ArrayList<FieldProblem>();
        if (changes.coupon() != null) {
            problems.add(new FieldProblem("coupon", "shop", BilingualText.of("order.problem.redeem.shop")));
        }
        if (changes.points() != null) {
            problems.add(new FieldProblem("points", "shop", BilingualText.of("order.problem.redeem.shop")));
        }
        return problems;
    }

    private boolean isOnlyOrder(Order order) {
        return !jdbc.sql(
                        """
                        select exists (select 1 from orders
                                        where customer_number = :customer and status <> 'CANCELLED' and order_number <> :order)
                        """)
                .param("customer", order.customerNumber().value())
                .param("order", order.number().value())
                .query(Boolean.class)
                .single();
    }
}
