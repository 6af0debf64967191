package jp.otodoke.payments.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.inbox.NewTask;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.CardResult;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what the agency says about cards, each once. What it says holds for every customer who pays with the same token, and does not
 * change a card that has ended meanwhile.
 */
@Component
class BookCardUpdate {
    private static final Duration TIME_TO_DECIDE = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final EndCard endCard;
    private final Inbox inbox;
    private final BusinessClock clock;

    BookCardUpdate(JdbcClient jdbc, EndCard endCard, Inbox inbox, BusinessClock clock) {
        this.jdbc = jdbc;
        this.endCard = endCard;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Transactional
    public int book(long id, String fileName, List<CardResult> results) {
        jdbc.sql("select id from card_update where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .single();
        refuseOthers(id, results);
        var booked = answered(id, results);
        renew(booked);
        endCard.end(booked.stream()
                .filter(one -> one.outcome().endsCard())
                .map(Booked::id)
                .toList());
        booked.stream().filter(one -> one.outcome() == CardOutcome.UNCLEAR).forEach(one -> ask(id, one));
        finish(id, fileName);
        return booked.size();
    }

    private void refuseOthers(long id, List<CardResult> results) {
        boolean other = withResults(
                        """
                        select exists (select 1 from card_update_card c join results r on r.id = c.id
                                        where c.update_id = :run and c.code is not null
                                          and (c.code, c.last4, c.expires) is distinct from (r.code, r.last4, r.expires))
                        """,
                        id,
                        results)
                .query(Boolean.class)
                .single();
        if (other) {
            throw Refusal.conflict("card-updates.booked-otherwise", id);
        }
    }

    /** An answer that only repeats what is known changes nothing. */
    private List<Booked> answered(long id, List<CardResult> results) {
        return withResults(
                        """
                        update card_update_card c
                           set code = r.code, last4 = r.last4, expires = r.expires, former_last4 = k.last4, former_expires = k.expires,
                               booked_at = :now,
                               outcome = case when r.outcome = 'RENEWED' and coalesce(r.last4, k.last4) is not distinct from k.last4
                                               and coalesce(r.expires, k.expires) is not distinct from k.expires
                                              then 'UNCHANGED' else r.outcome end
                          from results r, kept_card k
                         where c.id = r.id and c.update_id = :run and c.code is null and k.id = c.card_id
                        returning c.id, c.code, c.outcome, k.customer_number, k.brand, k.last4
                        """,
                        id,
                        results)
                .param("now", Timestamp.from(clock.instant()))
                .query(BookCardUpdate::booked)
                .list();
    }

    private JdbcClient.StatementSpec withResults(String sql, long id, List<CardResult> results) {
        return jdbc.sql(
                        """
                        with results as (
                            select * from unnest(:ids::bigint[], :codes::text[], :outcomes::text[], :last4::text[], :expires::date[])
                                     as r (id, code, outcome, last4, expires))
                        """
                                + sql)
                .param("run", id)
                .param("ids", texts(results, result -> String.valueOf(result.id())))
                .param("codes", texts(results, CardResult::code))
                .param("outcomes", texts(results, result -> result.outcome().name()))
                .param("last4", texts(results, CardResult::last4))
                .param("expires", texts(results, BookCardUpdate::lastDay));
    }

    private static @Nullable String[] texts(List<CardResult> results, Function<CardResult, @Nullable String> column) {
        return results.stream().map(column).toArray(String[]::new);
    }

    private static @Nullable String lastDay(CardResult result) {
        var expires = result.expires();
        return expires == null ? null : expires.atEndOfMonth().toString();
    }

    private void renew(List<Booked> booked) {
        var renewed = booked.stream()
                .filter(one -> one.outcome() == CardOutcome.RENEWED)
                .map(one -> String.valueOf(one.id()))
                .toArray(String[]::new);
        jdbc.sql(
                        """
                        update kept_card k set last4 = coalesce(c.last4, k.last4), expires = coalesce(c.expires, k.expires)
                          from card_update_card c join kept_card asked on asked.id = c.card_id
                         where c.id = any(:cards::bigint[]) and k.token_hash = asked.token_hash and k.state = 'VALID'
                        """)
                .param("cards", renewed)
                .update();
    }

    private void ask(long id, Booked card) {
        inbox.open(NewTask.of(
                        UnclearCardTask.TYPE,
                        UnclearCardTask.TYPE + ":" + card.id(),
                        CardUpdateSubject.of(id),
                        BilingualText.of(
                                "task.card-unclear.reason",
                                Objects.requireNonNullElse(card.brand(), ""),
                                Objects.requireNonNullElse(card.last4(), ""),
                                card.customer(),
                                card.code()))
                .linkedTo(List.of(CustomerSubject.of(card.customer())))
                .dueAt(clock.instant().plus(TIME_TO_DECIDE)));
    }

    private void finish(long id, String fileName) {
        jdbc.sql(
                        """
                        update card_update set state = 'DONE', result_name = :file, done_at = :now
                         where id = :id and state <> 'DONE'
                           and not exists (select 1 from card_update_card where update_id = :id and code is null)
                        """)
                .param("file", fileName)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private static Booked booked(ResultSet row, int index) throws SQLException {
        return new Booked(
                row.getLong("id"),
                row.getString("code"),
                CardOutcome.valueOf(row.getString("outcome")),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("brand"),
                row.getString("last4"));
    }

    private record Booked(
            long id,
            String code,
            CardOutcome outcome,
            CustomerNumber customer,
            @Nullable String brand,
            @Nullable String last4) {}
}
