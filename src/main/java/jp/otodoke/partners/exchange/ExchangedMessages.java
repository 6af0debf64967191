package jp.otodoke.partners.exchange;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import jp.otodoke.platform.csv.CharacterSets;
import jp.otodoke.platform.data.LikePattern;
import jp.otodoke.platform.data.Sorting;
import jp.otodoke.platform.data.StreamedRows;
import jp.otodoke.platform.files.FileContent;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the log of exchanged messages. */
@Component
public class ExchangedMessages {
    private static final String COLUMNS =
            """
            select m.id, m.direction, m.partner, m.type, m.file_name, m.record_count as records, m.attempts,
                   length(m.content) + coalesce((select sum(length(p.content)) from partner_message_part p
                                                  where p.message_id = m.id), 0) as size, m.sha256, m.error, m.note, m.created_at, m.sent_at, m.acknowledged_at,
                   m.processed_at, q.quarantined,
                   case when m.state = 'READY' and m.attempts > 0 and m.error is not null then 'FAILED'
                        when m.state = 'READY' then 'QUEUED'
                        when m.state = 'REJECTED' then 'REFUSED'
                        when m.state = 'RECEIVED' then 'PROCESSING'
                        when m.state = 'DONE' and q.quarantined > 0 then 'PARTLY'
                        else m.state end as state
              from partner_message m
              cross join lateral (select count(*)::int as quarantined from quarantined_record r
                                   where r.message_id = m.id and r.state = 'OPEN') q
            """;

    public static final Sorting SORTING = new Sorting(
            Map.ofEntries(
                    Map.entry("id", "m.id"),
                    // Ids are assigned in chronological order.
                    Map.entry("createdAt", "m.id"),
                    Map.entry("direction", "m.direction"),
                    Map.entry("partner", "m.partner"),
                    Map.entry("type", "m.type"),
                    Map.entry("fileName", "m.file_name"),
                    Map.entry("state", "state"),
                    Map.entry("records", "m.record_count"),
                    Map.entry("quarantined", "q.quarantined"),
                    Map.entry("attempts", "m.attempts"),
                    Map.entry("size", "size"),
                    Map.entry("sentAt", "m.sent_at"),
                    Map.entry("acknowledgedAt", "m.acknowledged_at"),
                    Map.entry("processedAt", "m.processed_at")),
            "-createdAt",
            "m.id");

    /** How far back the contents themselves are searched; names and numbers are searched without limit. */
    private static final int CONTENT_SEARCHED = 3000;

    /** More rows with their mistakes nobody reads on one page. */
    public static final int MOST_SET_ASIDE = 500;

    /** So much of a row is shown. */
    static final int LONGEST_ROW = 2_000;

    /** The number of days over which messages are counted, today included. */
    private static final int DAYS = 30;

    private static final String WHERE =
            """
             where (:partner = '' or m.partner = :partner)
               and (:q = '' or m.file_name ilike :like
                    or exists (select 1 from partner_message_reference f where f.message_id = m.id and f.reference = :q)
                    or (m.id > (select coalesce(max(id), 0) - %d from partner_message)
                        and (position(cast(:utf8 as bytea) in m.content) > 0
                             or position(cast(:cp932 as bytea) in m.content) > 0
                             or exists (select 1 from partner_message_part p where p.message_id = m.id
                                           and (position(cast(:utf8 as bytea) in p.content) > 0
                                                or position(cast(:cp932 as bytea) in p.content) > 0)))))
            """
                    .formatted(CONTENT_SEARCHED);

    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Partners partners;
    private final MessageContents contents;

    ExchangedMessages(JdbcClient jdbc, BusinessClock clock, Partners partners, MessageContents contents) {
        this.partners = partners;
        this.contents = contents;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param sort null for newest first
     * @param q part of a file name, a number of an order, shipment or parcel, or part of the content; empty for
     *     all
     */
    /** By id; unknown ones are omitted. */
    @Transactional(readOnly = true)
    public Map<Long, String> fileNames(Collection<Long> ids) {
        return jdbc
                .sql("select id, file_name from partner_message where id = any(:ids)")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> Map.entry(row.getLong(1), row.getString(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional(readOnly = true)
    public List<ExchangedMessage> list(String partner, String q, @Nullable String sort, int offset, int limit) {
        return jdbc.sql(COLUMNS + WHERE + SORTING.orderBy(sort) + " offset :offset limit :limit")
                .params(filter(partner, q))
                .param("offset", offset)
                .param("limit", limit)
                .query(ExchangedMessage.class)
                .list();
    }

    /** All of them in the same order, streamed, for exports of any length. */
    @Transactional(readOnly = true)
    public void each(String partner, String q, @Nullable String sort, Consumer<ExchangedMessage> use) {
        StreamedRows.each(
                jdbc.sql(COLUMNS + WHERE + SORTING.orderBy(sort)).params(filter(partner, q)),
                query -> query.query(ExchangedMessage.class),
                use);
    }

    @Transactional(readOnly = true)
    public long count(String partner, String q) {
        return jdbc.sql("select count(*) from partner_message m" + WHERE)
                .params(filter(partner, q))
                .query(Long.class)
                .single();
    }

    private static Map<String, Object> filter(String partner, String q) {
        var text = q.strip();
        return Map.of(
                "partner", partner.strip(),
                "q", text,
                "like", LikePattern.anywhere(text),
                "utf8", text.getBytes(StandardCharsets.UTF_8),
                "cp932", text.getBytes(CharacterSets.CP932));
    }

    /** @throws Refusal if there is none */
    @Transactional(readOnly = true)
    public ExchangedMessage get(long id) {
        return jdbc.sql(COLUMNS + " where m.id = :id")
                .param("id", id)
                .query(ExchangedMessage.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("partners.message.not-found", id));
    }

    /** All of it; to be closed. */
    @Transactional(readOnly = true)
    public FileContent content(long id) {
        return contents.of(id);
    }

    /** Its first bytes, at most a quarter of a megabyte. */
    @Transactional(readOnly = true)
    public byte[] beginning(long id, int most) {
        return jdbc.sql("select substring(content from 1 for :most) from partner_message where id = :id")
                .param("most", most)
                .param("id", id)
                .query((row, number) -> row.getBytes(1))
                .optional()
                .orElseThrow(() -> Refusal.notFound("partners.message.not-found", id));
    }

    @Transactional(readOnly = true)
    public List<String> references(long id) {
        return jdbc.sql("select reference from partner_message_reference where message_id = :id order by 1 limit 500")
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** The first of them; the message tells how many there are. */
    @Transactional(readOnly = true)
    public List<SetAside> setAside(long id) {
        return jdbc.sql(
                        """
                        select line, field, code, message, left(raw, :shown) as raw, state, created_at, resolved_at
                          from quarantined_record
                         where message_id = :id order by line limit :most""")
                .param("most", MOST_SET_ASIDE)
                .param("shown", LONGEST_ROW)
                .param("id", id)
                .query(SetAside.class)
                .list();
    }

    /** The state of the exchange with each partner. */
    @Transactional(readOnly = true)
    public List<Contact> contacts() {
        return jdbc.sql(
                        """
                        select p.partner,
                               (select max(m.created_at) from partner_message m
                                 where m.partner = p.partner and m.direction = 'IN') as last_received,
                               (select max(m.sent_at) from partner_message m
                                 where m.partner = p.partner and m.direction = 'OUT') as last_sent,
                               (select count(*) from partner_message m
                                 where m.partner = p.partner and m.direction = 'IN'
                                   and m.created_at >= :month) as received,
                               (select count(*) from partner_message m
                                 where m.partner = p.partner and m.direction = 'OUT'
                                   and m.created_at >= :month) as sent,
                               (select count(*) from partner_message m where m.partner = p.partner
                                   and m.direction = 'IN' and m.created_at >= :today) as received_today,
                               (select count(*) from partner_message m where m.partner = p.partner
                                   and m.direction = 'OUT' and m.created_at >= :today) as sent_today,
                               (select count(*) from outbox_message o
                                 where o.partner = p.partner and o.state = 'WAITING')
                               + (select count(*) from partner_message m
                                   where m.partner = p.partner and m.state = 'READY') as waiting,
                               (select count(*) from quarantined_record r join partner_message m on m.id = r.message_id
                                 where m.partner = p.partner and r.state = 'OPEN') as quarantined,
                               (select min(n) from (
                                   select min(m.next_attempt_at) as n from partner_message m
                                    where m.partner = p.partner and m.state = 'READY' and m.error is not null
                                   union all
                                   select min(o.next_attempt_at) from outbox_message o
                                    where o.partner = p.partner and o.state = 'WAITING' and o.error is not null) x
                               ) as next_attempt,
                               coalesce((select m.error from partner_message m
                                          where m.partner = p.partner and m.state = 'READY' and m.error is not null
                                          order by m.id limit 1),
                                        (select o.error from outbox_message o
                                          where o.partner = p.partner and o.state = 'WAITING' and o.error is not null
                                          order by o.id limit 1)) as error
                          from unnest(cast(:partners as text[]))
                               with ordinality as p(partner, place)
                         order by p.place""")
                .param("partners", partners.codes().toArray(String[]::new))
                .param("month", start(clock.today().minusDays(DAYS - 1)))
                .param("today", start(clock.today()))
                .query((row, number) -> new Contact(
                        row.getString("partner"),
                        instant(row.getTimestamp("last_received")),
                        instant(row.getTimestamp("last_sent")),
                        row.getLong("received"),
                        row.getLong("sent"),
                        row.getLong("received_today"),
                        row.getLong("sent_today"),
                        row.getLong("waiting"),
                        row.getLong("quarantined"),
                        instant(row.getTimestamp("next_attempt")),
                        row.getString("error")))
                .list();
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(BusinessClock.TOKYO).toInstant());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    /** A record that could not be booked. */
    public record SetAside(
            int line,
            String field,
            String code,
            String message,
            String raw,
            String state,
            Instant createdAt,
            @Nullable Instant resolvedAt) {}

    /** The state of the exchange with a partner; messages are counted over thirty days, and for today. */
    public record Contact(
            String partner,
            @Nullable Instant lastReceived,
            @Nullable Instant lastSent,
            long received,
            long sent,
            long receivedToday,
            long sentToday,
            long waiting,
            long quarantined,
            @Nullable Instant nextAttempt,
            @Nullable String error) {
        /** Null while nothing fails. */
        public @Nullable FailureCause cause() {
            return error == null ? null : FailureCause.of(error);
        }

        /** Whether nothing has ever been received or sent. */
        public boolean withoutTraffic() {
            return lastReceived == null && lastSent == null;
        }
    }
}
