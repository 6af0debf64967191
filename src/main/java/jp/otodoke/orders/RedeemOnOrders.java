package jp.otodoke.orders;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import jp.otodoke.customers.FindDuplicates;
import jp.otodoke.loyalty.Coupon;
import jp.otodoke.loyalty.OpenRedemptions;
import jp.otodoke.loyalty.OpenRedemptions.Wanted;
import jp.otodoke.loyalty.RecordRedemptions;
import jp.otodoke.loyalty.RecordRedemptions.Redeemed;
import jp.otodoke.loyalty.Redeemer;
import jp.otodoke.loyalty.Redemption;
import jp.otodoke.loyalty.Redemptions;
import jp.otodoke.loyalty.Reduction;
import jp.otodoke.orders.Judgement.Accepted;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.PhoneNumbers;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Redeems points and coupons when orders are placed. Orders that redeem nothing cost nothing here. */
@Component
class RedeemOnOrders {
    private final OpenRedemptions openRedemptions;
    private final RecordRedemptions recordRedemptions;
    private final FindDuplicates findDuplicates;
    private final Timeline timeline;
    private final CurrentStaff staff;
    private final JdbcClient jdbc;

    RedeemOnOrders(
            OpenRedemptions openRedemptions,
            RecordRedemptions recordRedemptions,
            FindDuplicates findDuplicates,
            Timeline timeline,
            CurrentStaff staff,
            JdbcClient jdbc) {
        this.openRedemptions = openRedemptions;
        this.recordRedemptions = recordRedemptions;
        this.findDuplicates = findDuplicates;
        this.timeline = timeline;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    OpenedRedemptions open(Collection<NewOrder> orders) {
        return opened(orders, true);
    }

    /** For a look at what an order would cost. */
    OpenedRedemptions look(NewOrder order) {
        return opened(List.of(order), false);
    }

    void record(List<Accepted> accepted, List<Order> received) {
        var redeemed = new ArrayList<Redeemed>();
        var told = new ArrayList<Timeline.Entry>();
        for (int i = 0; i < accepted.size(); i++) {
            var reduction = accepted.get(i).reduction();
            var order = received.get(i);
            if (!reduction.isNone()) {
                redeemed.add(new Redeemed(
                        order.number(),
                        order.customerNumber(),
                        reduction,
                        order.totals().total()));
                told.add(told(order, accepted.get(i).input().redemption(), reduction));
            }
        }
        if (!redeemed.isEmpty()) {
            recordRedemptions.record(redeemed);
            timeline.add(told);
        }
    }

    private Timeline.Entry told(Order order, Redemption wanted, Reduction reduction) {
        var points = reduction.points().amount();
        var coupon = wanted.coupon();
        var text = coupon == null
                ? BilingualText.of("timeline.redeemed.points", points)
                : BilingualText.of(
                        points == 0 ? "timeline.redeemed.coupon" : "timeline.redeemed.both",
                        points,
                        Coupon.code(coupon),
                        reduction.discount().amount());
        return new Timeline.Entry(order.number(), "REDEEMED", text, staff.name());
    }

    private OpenedRedemptions opened(Collection<NewOrder> orders, boolean toPlace) {
        var redeeming = orders.stream().filter(o -> !o.redemption().isNone()).toList();
        if (redeeming.isEmpty()) {
            return OpenedRedemptions.NONE;
        }
        var redeemers = new HashMap<NewOrder, Redeemer>();
        redeeming.forEach(order -> redeemers.put(order, redeemer(order.buyer())));
        return new OpenedRedemptions(redemptions(redeemers, toPlace), redeemers);
    }

    private Redemptions redemptions(HashMap<NewOrder, Redeemer> redeemers, boolean toPlace) {
        var wanted = redeemers.entrySet().stream()
                .map(one -> new Wanted(one.getKey().redemption(), one.getValue().customer()))
                .toList();
        return toPlace ? openRedemptions.open(wanted) : openRedemptions.look(wanted);
    }

    private Redeemer redeemer(NewOrder.Buyer buyer) {
        if (buyer instanceof NewOrder.Person person) {
            var somebody = person.customer();
            var known = findDuplicates.of(somebody).stream()
                    .map(candidate -> candidate.customer().number())
                    .findFirst()
                    .orElse(null);
            var key = known == null
                    ? TextNormalizer.key(somebody.name()) + " " + PhoneNumbers.key(somebody.phone())
                    : known.value();
            return new Redeemer(known, key, () -> buysFirst(known));
        }
        var number = ((NewOrder.Known) buyer).number();
        return new Redeemer(number, number.value(), () -> buysFirst(number));
    }

    private boolean buysFirst(@Nullable CustomerNumber customer) {
        return customer == null
                || !jdbc.sql(
                                """
                                select exists (select 1 from orders where customer_number = :customer and status <> 'CANCELLED')
                                """)
                        .param("customer", customer.value())
                        .query(Boolean.class)
                        .single();
    }
}
