package jp.otodoke.staff;

import jp.otodoke.platform.invariants.Invariant;
import jp.otodoke.platform.invariants.SqlInvariant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The audit trail is complete and unchanged. */
@Configuration(proxyBeanMethods = false)
class AuditInvariants {
    /** A seal that does not match its entry and the previous seal, a gap, or an entry that will never be sealed. */
    @Bean
    Invariant auditChain(JdbcClient jdbc) {
        return new SqlInvariant(
                jdbc,
                "audit-chain",
                """
                select (select count(*) from (
                            select s.no, s.hash, s.entry_id, lag(s.no, 1, 0::bigint) over w as no_before,
                                   lag(s.hash, 1, '') over w as hash_before
                              from audit_seal s window w as (order by s.no)) s
                         left join audit_entry e on e.id = s.entry_id
                        where e.id is null or s.no <> s.no_before + 1
                           or s.hash <> audit_hash(s.hash_before, s.no, e))
                     + (select count(*) from audit_entry e
                         where not exists (select from audit_seal s where s.entry_id = e.id)
                           and not exists (select from audit_unsealed u where u.entry_id = e.id))""");
    }
}
