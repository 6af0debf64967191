package jp.otodoke.subscriptions;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import jp.otodoke.orders.Recipient;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Stores what has happened to subscriptions since they were read: one statement for each table, however many they are. */
@Component
class SaveSubscriptions {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    SaveSubscriptions(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param by who did it
     * @param reason what the person or the customer said; null if nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void save(Collection<Subscription> changed, String by, @Nullable String reason) {
        if (changed.isEmpty()) {
            return;
        }
        var all = List.copyOf(changed);
        rows(all);
        items(all.stream().filter(SaveSubscriptions::otherItems).toList());
        turns(all, by);
        reservedNow(all, by, reason);
        reservedDone("APPLIED", all, Subscription::applied);
        reservedDone("WITHDRAWN", all, Subscription::withdrawn);
        log(all, by, reason);
    }

    private static boolean otherItems(Subscription one) {
        return one.changes().stream().anyMatch(change -> change.kind() == WishKind.ITEMS);
    }

    private void rows(List<Subscription> all) {
        jdbc.sql(
                        """
                        update subscription s
                           set state = n.state, rule = n.rule::jsonb, anchor = n.anchor, anchor_turn = n.anchor_turn,
                               next_turn = n.next_turn, next_nominal = n.next_nominal, next_delivery = n.next_delivery,
                               last_delivery = n.last_delivery, pause_turns = n.pause_turns, pause_until = n.pause_until,
                               recipient_name = n.name, recipient_kana = n.kana, recipient_phone = n.phone,
                               postal_code = n.postal_code, prefecture = n.prefecture, city = n.city, line1 = n.line1, line2 = n.line2,
                               time_slot = n.slot, payment_method = n.method, card_token = n.token, version = s.version + 1,
                               stopped_at = case when n.state = 'STOPPED' then coalesce(s.stopped_at, :now) end,
                               stop_reason = case when n.state = 'STOPPED' then coalesce(s.stop_reason, n.stop_reason) end
                          from unnest(:numbers::text[], :states::text[], :rules::text[], :anchors::date[], :anchorTurns::int[],
                                      :turns::int[], :nominals::date[], :deliveries::date[], :lasts::date[], :pauseTurns::int[],
                                      :pauseUntils::date[], :names::text[], :kanas::text[], :phones::text[], :postalCodes::text[],
                                      :prefectures::text[], :cities::text[], :lines1::text[], :lines2::text[], :slots::text[],
                                      :methods::text[], :tokens::text[], :stopReasons::text[])
                               n (number, state, rule, anchor, anchor_turn, next_turn, next_nominal, next_delivery, last_delivery,
                                  pause_turns, pause_until, name, kana, phone, postal_code, prefecture, city, line1, line2, slot,
                                  method, token, stop_reason)
                         where s.number = n.number
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("numbers", texts(all, one -> one.number().value()))
                .param("states", texts(all, one -> one.state().name()))
                .param("rules", texts(all, one -> StoredJson.of(one.cycle().rule())))
                .param("anchors", dates(all, one -> one.cycle().anchor()))
                .param("anchorTurns", numbers(all, one -> one.cycle().turn()))
                .param(
                        "turns",
                        numbers(all, one -> one.next().map(NextTurn::turn).orElse(null)))
                .param(
                        "nominals",
                        dates(all, one -> one.next().map(NextTurn::nominal).orElse(null)))
                .param(
                        "deliveries",
                        dates(all, one -> one.next().map(NextTurn::delivery).orElse(null)))
                .param("lasts", dates(all, one -> one.lastDelivery().orElse(null)))
                .param(
                        "pauseTurns",
                        numbers(all, one -> one.pause().map(Pause::turns).orElse(null)))
                .param(
                        "pauseUntils",
                        dates(all, one -> one.pause().map(Pause::until).orElse(null)))
                .param("names", texts(all, one -> to(one, Recipient::name)))
                .param("kanas", texts(all, one -> to(one, Recipient::kana)))
                .param("phones", texts(all, one -> to(one, Recipient::phone)))
                .param("postalCodes", texts(all, one -> at(one, Address::postalCode)))
                .param("prefectures", texts(all, one -> at(one, Address::prefecture)))
                .param("cities", texts(all, one -> at(one, Address::city)))
                .param("lines1", texts(all, one -> at(one, Address::line1)))
                .param("lines2", texts(all, one -> at(one, Address::line2)))
                .param("slots", texts(all, one -> slot(one.terms().slot())))
                .param("methods", texts(all, one -> one.terms().method().name()))
                .param("tokens", texts(all, one -> one.terms().cardToken()))
                .param("stopReasons", texts(all, SaveSubscriptions::stopReason))
                .update();
    }

    private static @Nullable String stopReason(Subscription one) {
        return one.stopReason().map(BilingualText::japanese).orElse(null);
    }

    private void items(List<Subscription> changed) {
        if (changed.isEmpty()) {
            return;
        }
        var numbers = new ArrayList<String>();
        var lines = new ArrayList<Integer>();
        var skus = new ArrayList<String>();
        var quantities = new ArrayList<Integer>();
        for (var one : changed) {
            var items = one.terms().items();
            for (int i = 0; i < items.size(); i++) {
                numbers.add(one.number().value());
                lines.add(i + 1);
                skus.add(items.get(i).sku().value());
                quantities.add(items.get(i).quantity());
            }
        }
        jdbc.sql("delete from subscription_item where subscription_number = any(:numbers)")
                .param("numbers", texts(changed, one -> one.number().value()))
                .update();
        jdbc.sql(
                        """
                        insert into subscription_item (subscription_number, line_no, sku, quantity)
                        select * from unnest(:numbers::text[], :lines::int[], :skus::text[], :quantities::int[])
                        """)
                .param("numbers", numbers.toArray(String[]::new))
                .param("lines", lines.toArray(Integer[]::new))
                .param("skus", skus.toArray(String[]::new))
                .param("quantities", quantities.toArray(Integer[]::new))
                .update();
    }

    /** The primary key lets nobody decide on a turn twice. */
    private void turns(List<Subscription> all, String by) {
        var rows = Rows.of(all, Subscription::decided);
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into subscription_turn (subscription_number, turn, nominal, delivery, state, order_number, reason, detail,
                                                       detail_en, decided_at, decided_by)
                        select t.*, :now, :by
                          from unnest(:numbers::text[], :turns::int[], :nominals::date[], :deliveries::date[], :states::text[],
                                      :orders::text[], :reasons::text[], :details::text[], :detailsEn::text[]) t
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("numbers", texts(rows, row -> row.of().number().value()))
                .param("turns", numbers(rows, row -> row.what().turn()))
                .param("nominals", dates(rows, row -> row.what().nominal()))
                .param("deliveries", dates(rows, row -> row.what().delivery()))
                .param("states", texts(rows, row -> row.what().state().name()))
                .param("orders", texts(rows, row -> Optional.ofNullable(
                                row.what().order())
                        .map(OrderNumber::value)
                        .orElse(null)))
                .param("reasons", texts(rows, row -> Optional.ofNullable(
                                row.what().reason())
                        .map(Enum::name)
                        .orElse(null)))
                .param("details", texts(rows, row -> Optional.ofNullable(
                                row.what().detail())
                        .map(BilingualText::japanese)
                        .orElse(null)))
                .param("detailsEn", texts(rows, row -> Optional.ofNullable(
                                row.what().detail())
                        .map(BilingualText::english)
                        .orElse(null)))
                .update();
    }

    private void reservedNow(List<Subscription> all, String by, @Nullable String reason) {
        var rows = Rows.of(
                all,
                one -> one.reserved().stream().filter(wish -> wish.id() == null).toList());
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into subscription_reserved_change (subscription_number, wish, from_turn, from_date, once, reserved_at,
                                                                  reserved_by, reason)
                        select r.number, r.wish::jsonb, r.from_turn, r.from_date, r.once, :now, :by, cast(:reason as text)
                          from unnest(:numbers::text[], :wishes::text[], :fromTurns::int[], :fromDates::date[], :onces::boolean[])
                               r (number, wish, from_turn, from_date, once)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("reason", reason)
                .param("numbers", texts(rows, row -> row.of().number().value()))
                .param("wishes", texts(rows, row -> StoredJson.of(row.what().wish())))
                .param("fromTurns", numbers(rows, row -> row.what().fromTurn()))
                .param("fromDates", dates(rows, row -> row.what().fromDate()))
                .param("onces", rows.stream().map(row -> row.what().once()).toArray(Boolean[]::new))
                .update();
    }

    private void reservedDone(String state, List<Subscription> all, Function<Subscription, List<Long>> which) {
        var ids = all.stream().flatMap(one -> which.apply(one).stream()).toArray(Long[]::new);
        if (ids.length > 0) {
            jdbc.sql("update subscription_reserved_change set state = :state where id = any(:ids)")
                    .param("state", state)
                    .param("ids", ids)
                    .update();
        }
    }

    private void log(List<Subscription> all, String by, @Nullable String reason) {
        var rows = Rows.of(all, Subscription::changes);
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into subscription_change (subscription_number, at, who, kind, scope, reason, before, before_en, after,
                                                         after_en)
                        select c.number, :now, :by, c.kind, c.scope, cast(:reason as text), c.before, c.before_en, c.after, c.after_en
                          from unnest(:numbers::text[], :kinds::text[], :scopes::text[], :befores::text[], :beforesEn::text[],
                                      :afters::text[], :aftersEn::text[])
                               c (number, kind, scope, before, before_en, after, after_en)
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("reason", reason)
                .param("numbers", texts(rows, row -> row.of().number().value()))
                .param("kinds", texts(rows, row -> row.what().kind().name()))
                .param("scopes", texts(rows, row -> Optional.ofNullable(
                                row.what().scope())
                        .map(Enum::name)
                        .orElse(null)))
                .param("befores", texts(rows, row -> row.what().before().japanese()))
                .param("beforesEn", texts(rows, row -> row.what().before().english()))
                .param("afters", texts(rows, row -> row.what().after().japanese()))
                .param("aftersEn", texts(rows, row -> row.what().after().english()))
                .update();
    }

    /** A part of a subscription, with it. */
    private record Row<T>(Subscription of, T what) {}

    private static final class Rows {
        private Rows() {}

        static <T> List<Row<T>> of(List<Subscription> all, Function<Subscription, List<T>> parts) {
            return all.stream()
                    .flatMap(one -> parts.apply(one).stream().map(part -> new Row<>(one, part)))
                    .toList();
        }
    }

    private static @Nullable String to(Subscription one, Function<Recipient, @Nullable String> part) {
        var recipient = one.terms().recipient();
        return recipient == null ? null : part.apply(recipient);
    }

    private static @Nullable String at(Subscription one, Function<Address, String> part) {
        return to(one, recipient -> part.apply(recipient.address()));
    }

    private static @Nullable String slot(@Nullable TimeSlot slot) {
        return slot == null ? null : slot.code();
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static <T> @Nullable Integer[] numbers(List<T> all, Function<T, @Nullable Integer> number) {
        return all.stream().map(number).toArray(Integer[]::new);
    }

    private static <T> @Nullable String[] dates(List<T> all, Function<T, @Nullable LocalDate> date) {
        return all.stream().map(one -> Objects.toString(date.apply(one), null)).toArray(String[]::new);
    }
}
