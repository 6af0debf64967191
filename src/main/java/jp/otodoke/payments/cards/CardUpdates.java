package jp.otodoke.payments.cards;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import jp.otodoke.payments.CardOutcome;
import jp.otodoke.payments.CardResult;
import jp.otodoke.payments.SentCardUpdate;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lists the updates of cards, and the cards of each. */
@Component
public class CardUpdates {
    public static final Sorting SORTING =
            new Sorting(Map.of("id", "u.id", "month", "u.month", "state", "u.state"), "-id", "u.id");

    public static final Sorting CARD_SORTING = new Sorting(
            Map.of("id", "c.id", "customer", "k.customer_number", "expires", "k.expires", "outcome", "c.outcome"),
            "id",
            "c.id");

    private static final String SELECT =
            """
            select u.*, n.cards, n.unchanged, n.renewed, n.unusable, n.unclear
              from card_update u
              cross join lateral (
                   select count(*) as cards, count(*) filter (where c.outcome = 'UNCHANGED') as unchanged,
                          count(*) filter (where c.outcome = 'RENEWED') as renewed,
                          count(*) filter (where c.outcome in ('INVALID', 'MISMATCH', 'INPUT_ERROR')) as unusable,
                          count(*) filter (where c.outcome = 'UNCLEAR') as unclear
                     from card_update_card c where c.update_id = u.id) n
            """;
    private static final String WHERE = " where (cast(:state as text) is null or u.state = :state)";
    private static final String CARDS =
            """
              from card_update_card c join kept_card k on k.id = c.card_id
             where c.update_id = :id and (cast(:outcome as text) is null or c.outcome = :outcome)
            """;
    private static final String SELECT_CARDS =
            """
            select c.*, k.customer_number, k.brand, k.last4 as known_last4, k.expires as known_expires,
                   case when k.state = 'VALID' and k.expires < :today then 'EXPIRED' else k.state end as shown_state
            """;

    private final JdbcClient jdbc;
    private final BusinessClock clock;

    CardUpdates(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param state null for all
     * @param sort null for newest first
     */
    @Transactional(readOnly = true)
    public List<CardUpdate> list(CardUpdate.@Nullable State state, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .param("state", state == null ? null : state.name())
                .param("offset", offset)
                .param("limit", limit)
                .query(CardUpdates::read)
                .list();
    }

    /** All of them, one by one. */
    @Transactional(readOnly = true)
    public void each(CardUpdate.@Nullable State state, @Nullable String sort, Consumer<CardUpdate> use) {
        StreamedRows.each(
                jdbc.sql(SELECT + WHERE + SORTING.orderBy(sort)).param("state", state == null ? null : state.name()),
                query -> query.query(CardUpdates::read),
                use);
    }

    @Transactional(readOnly = true)
    public long count(CardUpdate.@Nullable State state) {
        return jdbc.sql("select count(*) from card_update u" + WHERE)
                .param("state", state == null ? null : state.name())
                .query(Long.class)
                .single();
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    public CardUpdate get(long id) {
        return jdbc.sql(SELECT + " where u.id = :id")
                .param("id", id)
                .query(CardUpdates::read)
                .optional()
                .orElseThrow(() -> Refusal.notFound("card-updates.not-found", id));
    }

    /**
     * @param outcome null for all, also those without an answer
     * @param sort null for the order of the files
     */
    @Transactional(readOnly = true)
    public List<UpdatedCard> cards(
            long id, @Nullable CardOutcome outcome, @Nullable String sort, int offset, int limit) {
        return cardsOf(id, outcome, CARD_SORTING.orderBy(sort) + " offset :offset limit :limit")
                .param("offset", offset)
                .param("limit", limit)
                .query(CardUpdates::readCard)
                .list();
    }

    /** All of them, one by one. */
    @Transactional(readOnly = true)
    public void eachCard(long id, @Nullable CardOutcome outcome, @Nullable String sort, Consumer<UpdatedCard> use) {
        StreamedRows.each(
                cardsOf(id, outcome, CARD_SORTING.orderBy(sort)), query -> query.query(CardUpdates::readCard), use);
    }

    private JdbcClient.StatementSpec cardsOf(long id, @Nullable CardOutcome outcome, String end) {
        return jdbc.sql(SELECT_CARDS + CARDS + end)
                .param("id", id)
                .param("outcome", outcome == null ? null : outcome.name())
                .param("today", Date.valueOf(clock.today()));
    }

    @Transactional(readOnly = true)
    public long countCards(long id, @Nullable CardOutcome outcome) {
        return jdbc.sql("select count(*)" + CARDS)
                .param("id", id)
                .param("outcome", outcome == null ? null : outcome.name())
                .query(Long.class)
                .single();
    }

    @Transactional(readOnly = true)
    Optional<SentCardUpdate> sent(long id) {
        return jdbc.sql("select month, request_file is not null as sent from card_update where id = :id")
                .param("id", id)
                .query((row, n) ->
                        new SentCardUpdate(id, monthOf(row, "month"), row.getBoolean("sent"), Map.copyOf(answers(id))))
                .optional();
    }

    private Map<Long, Optional<CardResult>> answers(long id) {
        var answers = new HashMap<Long, Optional<CardResult>>();
        jdbc.sql("select id, code, outcome, last4, expires from card_update_card where update_id = :id")
                .param("id", id)
                .query((ResultSet row) -> {
                    answers.put(row.getLong("id"), answer(row));
                });
        return answers;
    }

    private static Optional<CardResult> answer(ResultSet row) throws SQLException {
        var code = row.getString("code");
        return code == null
                ? Optional.empty()
                : Optional.of(new CardResult(
                        row.getLong("id"),
                        code,
                        CardOutcome.valueOf(row.getString("outcome")),
                        row.getString("last4"),
                        month(row, "expires")));
    }

    private static CardUpdate read(ResultSet row, int index) throws SQLException {
        return new CardUpdate(
                row.getLong("id"),
                monthOf(row, "month"),
                CardUpdate.State.valueOf(row.getString("state")),
                row.getTimestamp("made_at").toInstant(),
                row.getString("made_by"),
                moment(row, "sent_at"),
                moment(row, "delivered_at"),
                row.getString("result_name"),
                moment(row, "done_at"),
                row.getLong("cards"),
                row.getLong("unchanged"),
                row.getLong("renewed"),
                row.getLong("unusable"),
                row.getLong("unclear"));
    }

    private static UpdatedCard readCard(ResultSet row, int index) throws SQLException {
        var outcome = row.getString("outcome");
        return new UpdatedCard(
                row.getLong("id"),
                row.getLong("card_id"),
                CustomerNumber.of(row.getString("customer_number")),
                row.getString("brand"),
                row.getString("known_last4"),
                month(row, "known_expires"),
                KeptCard.State.valueOf(row.getString("shown_state")),
                row.getString("code"),
                outcome == null ? null : CardOutcome.valueOf(outcome),
                row.getString("former_last4"),
                month(row, "former_expires"),
                moment(row, "booked_at"));
    }

    private static YearMonth monthOf(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getDate(column).toLocalDate());
    }

    private static @Nullable YearMonth month(ResultSet row, String column) throws SQLException {
        return row.getDate(column) == null ? null : monthOf(row, column);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
