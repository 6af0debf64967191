package jp.otodoke.desk.orderentry;

import java.sql.Timestamp;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.orders.Confirmations;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.orders.PreparationFallback;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Places the order of a submitted form; submitting the same form again returns the order that it already created. */
@Component
class EnterOrder {
    private final PlaceOrder placeOrder;
    private final RegisterCustomer registerCustomer;
    private final Confirmations confirmations;
    private final OrderDrafts drafts;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    EnterOrder(
            PlaceOrder placeOrder,
            RegisterCustomer registerCustomer,
            Confirmations confirmations,
            OrderDrafts drafts,
            JdbcClient jdbc,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.placeOrder = placeOrder;
        this.registerCustomer = registerCustomer;
        this.confirmations = confirmations;
        this.drafts = drafts;
        this.jdbc = jdbc;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** @param now whether this submission created the order */
    record Entered(OrderNumber number, boolean now) {}

    /**
     * A second submission waits here for the first one's transaction.
     *
     * @param separateCustomer the buyer is a new customer, even if a similar one is known
     * @param read the text that was read out to the customer; null if there was none
     */
    Entered enter(
            String token, NewOrder order, boolean separateCustomer, ConfirmationScript.@Nullable Text read, String by) {
        return PreparationFallback.place(preparation -> Objects.requireNonNull(
                transaction.execute(status -> enter(token, order, separateCustomer, read, by, preparation))));
    }

    private Entered enter(
            String token,
            NewOrder order,
            boolean separateCustomer,
            ConfirmationScript.@Nullable Text read,
            String by,
            Preparation preparation) {
        var first = jdbc.sql("insert into form_token (token, used_at) values (:token, :now) on conflict do nothing")
                        .param("token", token)
                        .param("now", Timestamp.from(clock.instant()))
                        .update()
                == 1;
        if (!first) {
            return new Entered(placed(token).orElseThrow(), false);
        }
        var number = placeOrder
                .place(separateCustomer ? registered(order) : order, preparation)
                .orderNumber();
        jdbc.sql("update form_token set made = :made where token = :token")
                .param("made", number.value())
                .param("token", token)
                .update();
        if (read != null) {
            confirmations.record(number, read.version(), read.body(), by);
        }
        drafts.discard(token, by);
        return new Entered(number, true);
    }

    /** The order that a form has already created. */
    @Transactional(readOnly = true)
    public Optional<OrderNumber> placed(String token) {
        return jdbc.sql("select made from form_token where token = :token and made <> ''")
                .param("token", token)
                .query((row, n) -> OrderNumber.of(row.getString(1)))
                .optional();
    }

    private NewOrder registered(NewOrder order) {
        if (order.buyer() instanceof NewOrder.Person person) {
            return order.of(new NewOrder.Known(register(person)));
        }
        return order;
    }

    private CustomerNumber register(NewOrder.Person person) {
        try {
            return registerCustomer.register(person.customer());
        } catch (InvalidInput e) {
            throw new InvalidInput(e.problems().stream()
                    .map(p -> p.at("customer." + p.field()))
                    .toList());
        }
    }
}
