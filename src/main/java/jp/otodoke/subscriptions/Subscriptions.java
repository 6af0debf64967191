package jp.otodoke.subscriptions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.Recipient;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TimeSlot;
import jp.otodoke.subscriptions.FirmCalendars.Calendars;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads subscriptions, one or a slice, with a fixed number of queries. */
@Component
public class Subscriptions {
    private static final String SELECT =
            """
            select s.*, c.prefecture as home, i.skus, i.quantities
              from subscription s
              join customers_customer_view c on c.number = s.customer_number
              cross join lateral (select array_agg(sku order by line_no) as skus, array_agg(quantity order by line_no) as quantities
                                    from subscription_item where subscription_number = s.number) i
             where s.number = any(:numbers)
            """;

    private final JdbcClient jdbc;
    private final FirmCalendars calendars;

    Subscriptions(JdbcClient jdbc, FirmCalendars calendars) {
        this.jdbc = jdbc;
        this.calendars = calendars;
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> find(SubscriptionNumber number) {
        return read(List.of(number)).values().stream().findFirst();
    }

    /** @throws Refusal if there is none with this number */
    @Transactional(readOnly = true)
    public Subscription get(SubscriptionNumber number) {
        return find(number).orElseThrow(() -> Refusal.notFound("subscription.not-found", number));
    }

    /** Those that exist, by number. */
    @Transactional(readOnly = true)
    public Map<SubscriptionNumber, Subscription> all(Collection<SubscriptionNumber> numbers) {
        return read(numbers);
    }

    /** Nobody else changes it until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    Subscription lock(SubscriptionNumber number) {
        return Optional.ofNullable(lock(List.of(number)).get(number))
                .orElseThrow(() -> Refusal.notFound("subscription.not-found", number));
    }

    /** In one order, so that two who want the same ones do not wait for each other. */
    @Transactional(propagation = Propagation.MANDATORY)
    Map<SubscriptionNumber, Subscription> lock(Collection<SubscriptionNumber> numbers) {
        jdbc.sql("select number from subscription where number = any(:numbers) order by number for update")
                .param("numbers", texts(numbers))
                .query()
                .listOfRows();
        return read(numbers);
    }

    private Map<SubscriptionNumber, Subscription> read(Collection<SubscriptionNumber> numbers) {
        var found = new HashMap<SubscriptionNumber, Subscription>();
        if (numbers.isEmpty()) {
            return found;
        }
        var now = calendars.now();
        var reserved = reserved(numbers);
        jdbc.sql(SELECT).param("numbers", texts(numbers)).query(row -> {
            var number = SubscriptionNumber.of(row.getString("number"));
            found.put(number, subscription(number, row, now, reserved.getOrDefault(number, List.of())));
        });
        return found;
    }

    private Map<SubscriptionNumber, List<ReservedWish>> reserved(Collection<SubscriptionNumber> numbers) {
        var reserved = new HashMap<SubscriptionNumber, List<ReservedWish>>();
        jdbc.sql(
                        """
                        select * from subscription_reserved_change
                         where subscription_number = any(:numbers) and state = 'RESERVED' order by id
                        """)
                .param("numbers", texts(numbers))
                .query(row -> {
                    reserved.computeIfAbsent(
                                    SubscriptionNumber.of(row.getString("subscription_number")),
                                    number -> new ArrayList<>())
                            .add(new ReservedWish(
                                    row.getLong("id"),
                                    StoredJson.wish(row.getString("wish")),
                                    row.getObject("from_turn", Integer.class),
                                    row.getObject("from_date", LocalDate.class),
                                    row.getBoolean("once")));
                });
        return reserved;
    }

    private static Subscription subscription(
            SubscriptionNumber number, ResultSet row, Calendars calendars, List<ReservedWish> reserved)
            throws SQLException {
        return new Subscription(
                number,
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("home"),
                calendars,
                row.getLong("version"),
                SubscriptionState.valueOf(row.getString("state")),
                new Cycle(
                        StoredJson.rule(row.getString("rule")),
                        row.getObject("anchor", LocalDate.class),
                        row.getInt("anchor_turn")),
                terms(row),
                pause(row),
                next(row),
                row.getObject("last_delivery", LocalDate.class),
                reserved);
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                items(row.getArray("skus"), row.getArray("quantities")),
                recipient(row),
                TimeSlot.find(row.getString("time_slot")).orElse(null),
                PaymentMethod.valueOf(row.getString("payment_method")),
                row.getString("card_token"));
    }

    private static List<Item> items(@Nullable Array skus, @Nullable Array quantities) throws SQLException {
        var items = new ArrayList<Item>();
        if (skus != null && quantities != null) {
            var names = (String[]) skus.getArray();
            var pieces = (Integer[]) quantities.getArray();
            for (int i = 0; i < names.length; i++) {
                items.add(new Item(Sku.of(names[i]), pieces[i]));
            }
        }
        return items;
    }

    private static @Nullable Recipient recipient(ResultSet row) throws SQLException {
        var name = row.getString("recipient_name");
        return name == null
                ? null
                : new Recipient(
                        name,
                        row.getString("recipient_kana"),
                        row.getString("recipient_phone"),
                        new Address(
                                row.getString("postal_code"),
                                row.getString("prefecture"),
                                row.getString("city"),
                                row.getString("line1"),
                                row.getString("line2")));
    }

    private static @Nullable Pause pause(ResultSet row) throws SQLException {
        return SubscriptionState.PAUSED.name().equals(row.getString("state"))
                ? new Pause(row.getObject("pause_turns", Integer.class), row.getObject("pause_until", LocalDate.class))
                : null;
    }

    private static @Nullable NextTurn next(ResultSet row) throws SQLException {
        var turn = row.getObject("next_turn", Integer.class);
        return turn == null
                ? null
                : new NextTurn(
                        turn,
                        row.getObject("next_nominal", LocalDate.class),
                        row.getObject("next_delivery", LocalDate.class));
    }

    static String[] texts(Collection<SubscriptionNumber> numbers) {
        return numbers.stream().map(SubscriptionNumber::value).toArray(String[]::new);
    }
}
