package jp.otodoke.partners.exchange;

import jp.otodoke.platform.checks.Check;
import jp.otodoke.platform.checks.SqlCheck;
import jp.otodoke.shared.BusinessClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Messages and records that should have been sent or booked but were not. */
@Configuration(proxyBeanMethods = false)
class ExchangeChecks {
    /** One finding per partner: a broken connection affects all of its messages at once. */
    @Bean
    Check unsent(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "unsent",
                """
                select w.partner as subject, 'operations' as group_name, '/partners' as href, min(w.since) as since,
                       array['#partner.' || w.partner, count(*)::text] as facts
                  from (select partner, created_at as since from outbox_message
                         where done_at is null and state = 'WAITING'
                           and (next_attempt_at < cast(:now as timestamptz) - interval '3 minutes'
                                or attempts > 0 and created_at < cast(:now as timestamptz) - interval '30 minutes')
                         union all
                        select partner, created_at from partner_message
                         where state = 'READY'
                           and (next_attempt_at is null
                                or next_attempt_at < cast(:now as timestamptz) - interval '3 minutes'
                                or attempts > 0 and created_at < cast(:now as timestamptz) - interval '30 minutes')) w
                 group by w.partner
                """);
    }

    /** Rows whose state says that they are being sent, although they are not. */
    @Bean
    Check outboxInconsistent(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "outbox-inconsistent",
                """
                select o.key as subject, 'operations' as group_name,
                       case when m.id is not null then '/partners/messages/' || m.id else '/partners' end as href,
                       o.created_at as since, array['#partner.' || o.partner, o.state, coalesce(o.reference, '')] as facts
                  from outbox_message o
                  left join partner_message m on m.id = o.message_id
                 where o.done_at is null and o.state <> 'WAITING' and (o.state <> 'SEALED' or m.state is distinct from 'READY')
                """);
    }

    @Bean
    Check unbooked(JdbcClient jdbc, BusinessClock clock) {
        return new SqlCheck(
                jdbc,
                clock,
                "message-unbooked",
                """
                select m.file_name || ' #' || m.id as subject, 'operations' as group_name, '/partners/messages/' || m.id as href,
                       m.created_at as since,
                       array['#partner.' || m.partner, m.next_record::text, m.record_count::text] as facts
                  from partner_message m
                 where m.direction = 'IN' and (m.state = 'RECEIVED' or (m.state = 'DONE' and m.next_record < m.record_count))
                   and m.created_at < cast(:now as timestamptz) - interval '3 minutes'
                """);
    }
}
