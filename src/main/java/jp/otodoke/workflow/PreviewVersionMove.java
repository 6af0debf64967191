package jp.otodoke.workflow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Previews what migrating the cases of a version would do. Cases at the same steps behave alike, so one per
 * combination is migrated and rolled back.
 */
@Component
public class PreviewVersionMove {
    private final JdbcClient jdbc;
    private final MoveCase moveCase;
    private final TransactionTemplate rollbackTransaction;

    PreviewVersionMove(JdbcClient jdbc, MoveCase moveCase, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.moveCase = moveCase;
        this.rollbackTransaction = new TransactionTemplate(transactions);
        this.rollbackTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public List<Group> of(String from, String to) {
        return jdbc
                .sql(
                        """
                        select steps, count(*) as cases, min(instance) as example from (
                            select proc_inst_id_ as instance, string_agg(distinct act_id_, ',' order by act_id_) as steps
                              from act_ru_execution
                             where proc_def_id_ = :definition and act_id_ is not null and is_active_
                             group by proc_inst_id_) standing
                         group by steps order by cases desc
                        """)
                .param("definition", from)
                .query(Standing.class)
                .list()
                .stream()
                .map(s -> new Group(s.steps(), s.cases(), attempt(s.example(), from, to)))
                .toList();
    }

    private @Nullable String attempt(String instance, String from, String to) {
        try {
            rollbackTransaction.executeWithoutResult(transaction -> {
                transaction.setRollbackOnly();
                moveCase.move(List.of(instance), from, to);
            });
            return null;
        } catch (RuntimeException fault) {
            return MoveCase.reason(fault);
        }
    }

    private record Standing(String steps, long cases, String example) {}

    /**
     * Cases at the same steps.
     *
     * @param obstacle why they can't be migrated; null if they can
     */
    public record Group(String steps, long cases, @Nullable String obstacle) {}
}
