package jp.otodoke.desk.orderentry;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.desk.orderentry.OrderForm.Line;
import jp.otodoke.desk.orderentry.OrderForm.To;
import jp.otodoke.orders.FindOrder;
import jp.otodoke.orders.Order;
import jp.otodoke.orders.OrderDestination;
import jp.otodoke.orders.OrderLine;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Sku;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Fills the form from the last order: the same goods to the same addresses, at today's prices, with a new date. */
@Component
class RepeatOrder {
    private final FindOrder orders;
    private final FindCustomer customers;
    private final Catalog catalog;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    RepeatOrder(FindOrder orders, FindCustomer customers, Catalog catalog, JdbcClient jdbc, BusinessClock clock) {
        this.orders = orders;
        this.customers = customers;
        this.catalog = catalog;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param left names of goods that are no longer sold
     * @param instead the payment method that replaces the card, whose number is not asked for on the telephone;
     *     null if the method is the same as last time
     */
    record Repeated(OrderForm form, List<String> left, @Nullable PaymentMethod instead) {}

    /** Another customer's order is not repeated. */
    @Transactional(readOnly = true)
    Repeated repeat(OrderForm form, OrderNumber number) {
        var order = orders.find(number).orElse(null);
        var customer = form.customerNumber().flatMap(customers::find).orElse(null);
        if (order == null || customer == null || !order.customerNumber().equals(customer.number())) {
            return new Repeated(form, List.of(), null);
        }
        var sold = sold(order, clock.today());
        var lines = order.lines().stream()
                .filter(l -> sold.contains(l.sku()))
                .map(l -> new Line(
                        l.sku().value(), String.valueOf(l.quantity()), null, String.valueOf(l.destination() - 1)))
                .toList();
        var destinations =
                order.destinations().stream().map(d -> destination(d, customer)).toList();
        var left = order.lines().stream()
                .filter(l -> !sold.contains(l.sku()))
                .map(OrderLine::name)
                .toList();
        var instead = order.paymentMethod() == PaymentMethod.CREDIT_CARD ? usual(customer) : null;
        var method = instead == null ? order.paymentMethod() : instead;
        return new Repeated(form.withGoods(lines, destinations, method.name()), left, instead);
    }

    /** The customer's most frequent payment method other than card; cash on delivery if there is none. */
    private PaymentMethod usual(CustomerSummary customer) {
        return jdbc.sql(
                        """
                        select payment_method from orders_order_view
                         where customer_number = :customer and payment_method <> 'CREDIT_CARD' and progress <> 'CANCELLED'
                         group by payment_method order by count(*) desc, max(ordered_at) desc limit 1
                        """)
                .param("customer", customer.number().value())
                .query(PaymentMethod.class)
                .optional()
                .orElse(PaymentMethod.CASH_ON_DELIVERY);
    }

    private List<Sku> sold(Order order, LocalDate today) {
        var skus = order.lines().stream().map(OrderLine::sku).distinct().toList();
        return catalog.find(skus, today).values().stream()
                .filter(p -> p.active())
                .map(p -> p.sku())
                .toList();
    }

    private static To destination(OrderDestination d, CustomerSummary customer) {
        var packing = d.packing();
        var home = d.addressKey().equals(customer.address().addressKey())
                && d.name().equals(customer.name());
        return new To(
                !home,
                home ? null : d.name(),
                home ? null : d.kana(),
                home ? null : d.phone(),
                home ? null : d.address().postalCode(),
                home ? null : d.address().prefecture(),
                home ? null : d.address().city(),
                home ? null : d.address().line1(),
                home ? null : d.address().line2(),
                null,
                d.timeSlot(),
                packing.wrap(),
                packing.noshi(),
                packing.noshiTitle(),
                packing.noshiName(),
                packing.messageCard(),
                packing.warehouseNote(),
                packing.slipNote());
    }
}
