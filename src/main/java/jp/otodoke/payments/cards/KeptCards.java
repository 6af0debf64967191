package jp.otodoke.payments.cards;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.payments.CardToken;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stores the cards of customers. */
@Component
public class KeptCards {
    public static final Sorting SORTING = new Sorting(
            Map.of(
                    "id", "c.id",
                    "customer", "c.customer_number",
                    "brand", "c.brand",
                    "expires", "c.expires",
                    "keptAt", "c.kept_at",
                    "state", "c.shown_state"),
            "-id",
            "c.id");

    private static final String FROM =
            """
              from (select k.*, case when k.state <> 'VALID' then k.state
                                     when k.expires < :today then 'EXPIRED'
                                     when k.expires < :soon then 'EXPIRING'
                                     else 'VALID' end as shown_state
                      from kept_card k) c
             where (cast(:customer as text) is null or c.customer_number = :customer)
               and (cast(:state as text) is null or c.shown_state = :state)
            """;
    private static final String SELECT =
            "select c.id, c.customer_number, c.brand, c.last4, c.expires, c.kept_at, c.order_number, c.source, c.shown_state,"
                    + " c.told_for is not null and c.told_for = c.expires as told";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final BusinessClock clock;
    private final int days;

    /** @param days before its end from which a card counts as about to expire */
    KeptCards(
            JdbcClient jdbc,
            Secrets secrets,
            BusinessClock clock,
            @Value("${otodoke.card.expiry-days-before:45}") int days) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
        this.days = days;
    }

    /**
     * One that was known keeps how it came; what the gateway tells of it replaces what was known. One in whose place another pays is not used
     * again because an order of before is authorised by it, but when the customer gives it once more.
     */
    void keep(
            CustomerNumber customer,
            OrderNumber order,
            CardToken token,
            KeptCard.Source source,
            @Nullable String brand,
            @Nullable String last4,
            @Nullable YearMonth expires) {
        long id = jdbc.sql(
                        """
                        insert into kept_card (customer_number, token, token_hash, brand, last4, expires, kept_at, order_number, source, state)
                        values (:customer, :token, :hash, :brand, :last4, :expires, :now, :order, :source, 'VALID')
                        on conflict on constraint kept_card_once do update
                           set brand = coalesce(excluded.brand, kept_card.brand), last4 = coalesce(excluded.last4, kept_card.last4),
                               expires = coalesce(excluded.expires, kept_card.expires),
                               state = case when kept_card.state = 'REPLACED' and excluded.source = 'ORDER' then kept_card.state else 'VALID' end
                        returning id
                        """)
                .param("customer", customer.value())
                .param("token", secrets.encrypt(token.value()))
                .param("hash", hash(token))
                .param("brand", brand)
                .param("last4", last4)
                .param("expires", expires == null ? null : Date.valueOf(expires.atEndOfMonth()))
                .param("now", Timestamp.from(clock.instant()))
                .param("order", order.value())
                .param("source", source.name())
                .query(Long.class)
                .single();
        jdbc.sql(
                        """
                        insert into kept_card_order (order_number, card_id) values (:order, :card)
                        on conflict on constraint kept_card_order_pk do update set card_id = excluded.card_id
                        """)
                .param("order", order.value())
                .param("card", id)
                .update();
    }

    void end(CustomerNumber customer, CardToken token, KeptCard.State state) {
        jdbc.sql(
                        "update kept_card set state = :state where customer_number = :customer and token_hash = :hash and state = 'VALID'")
                .param("state", state.name())
                .param("customer", customer.value())
                .param("hash", hash(token))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<KeptCard> find(long id) {
        return jdbc.sql(SELECT + FROM + " and c.id = :id")
                .params(values(Filter.ALL))
                .param("id", id)
                .query(KeptCards::read)
                .optional();
    }

    /** @param sort null for newest first */
    @Transactional(readOnly = true)
    public List<KeptCard> list(Filter filter, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + FROM + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(values(filter))
                .param("offset", offset)
                .param("limit", limit)
                .query(KeptCards::read)
                .list();
    }

    /** All of them, one by one. */
    @Transactional(readOnly = true)
    public void each(Filter filter, @Nullable String sort, Consumer<KeptCard> use) {
        StreamedRows.each(
                jdbc.sql(SELECT + FROM + SORTING.orderBy(sort)).params(values(filter)),
                query -> query.query(KeptCards::read),
                use);
    }

    @Transactional(readOnly = true)
    public long count(Filter filter) {
        return jdbc.sql("select count(*)" + FROM)
                .params(values(filter))
                .query(Long.class)
                .single();
    }

    /**
     * Cards that pay an open order and end soon, of which the customer was not told; nobody else takes them until the transaction ends.
     *
     * @param after only those with a greater id
     */
    List<Ending> ending(long after, int limit) {
        return jdbc.sql(
                        """
                        select c.id, c.brand, c.last4, c.expires, o.number
                          from kept_card c
                          cross join lateral (
                               select max(r.number) as number from kept_card_order k join receivable r on r.number = k.order_number
                                where k.card_id = c.id and r.method = 'CREDIT_CARD' and r.shop_payment = 'NONE' and r.charged > r.paid) o
                         where c.id > :after and c.state = 'VALID' and c.expires < :soon and c.told_for is distinct from c.expires
                           and o.number is not null
                         order by c.id limit :limit for update of c skip locked
                        """)
                .param("after", after)
                .param("soon", Date.valueOf(soon()))
                .param("limit", limit)
                .query((row, n) -> new Ending(
                        row.getLong("id"),
                        row.getString("brand"),
                        row.getString("last4"),
                        YearMonth.from(row.getDate("expires").toLocalDate()),
                        OrderNumber.of(row.getString("number"))))
                .list();
    }

    void told(long card) {
        jdbc.sql("update kept_card set told_for = expires where id = :id")
                .param("id", card)
                .update();
    }

    private Map<String, @Nullable Object> values(Filter filter) {
        var state = filter.state();
        var values = new HashMap<String, @Nullable Object>();
        values.put("customer", filter.customer());
        values.put("state", state == null ? null : state.name());
        values.put("today", Date.valueOf(clock.today()));
        values.put("soon", Date.valueOf(soon()));
        return values;
    }

    /** What ends before this day ends soon. */
    private LocalDate soon() {
        return clock.today().plusDays(days);
    }

    private static KeptCard read(ResultSet row, int index) throws SQLException {
        var expires = row.getDate("expires");
        return new KeptCard(
                row.getLong("id"),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("brand"),
                row.getString("last4"),
                expires == null ? null : YearMonth.from(expires.toLocalDate()),
                row.getTimestamp("kept_at").toInstant(),
                OrderNumber.of(row.getString("order_number")),
                KeptCard.Source.valueOf(row.getString("source")),
                KeptCard.State.valueOf(row.getString("shown_state")),
                row.getBoolean("told"));
    }

    private static String hash(CardToken token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(token.value().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** What to list; null for all. */
    public record Filter(@Nullable String customer, KeptCard.@Nullable State state) {
        static final Filter ALL = new Filter(null, null);
    }

    /** @param order that it is to pay */
    record Ending(
            long id, @Nullable String brand, @Nullable String last4, @Nullable YearMonth expires, OrderNumber order) {}
}
