package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.List;
import java.util.function.Consumer;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What follows for claims that were not collected: the next cycle takes them again (資金不足, our own stop) until they have
 * failed too often; the mandate is stopped, and somebody gets a new one or asks the customer; what is not clear waits for a
 * person.
 */
@Component
class FollowFailedDebits {
    /** So many times without funds, and a person decides whether to go on. */
    static final int PATIENCE = 3;

    private final JdbcClient jdbc;
    private final SecuredByMandate securedByMandate;
    private final AskAboutDebit ask;
    private final BusinessClock clock;

    FollowFailedDebits(JdbcClient jdbc, SecuredByMandate securedByMandate, AskAboutDebit ask, BusinessClock clock) {
        this.jdbc = jdbc;
        this.securedByMandate = securedByMandate;
        this.ask = ask;
        this.clock = clock;
    }

    void follow(long cycle) {
        held(cycle, DebitOutcome.UNCLEAR, ask::whatBecameOf);
        holdWithoutFunds(cycle);
        held(cycle, DebitOutcome.NO_FUNDS, ask::whetherToTryAgain);
        stop(cycle, List.of(DebitOutcome.NO_ACCOUNT, DebitOutcome.NO_MANDATE), Mandate.State.INVALID)
                .forEach(stopped -> ask.forNewMandate(stopped.customer(), stopped.mandate(), stopped.code()));
        stop(cycle, List.of(DebitOutcome.PAYER_STOPPED), Mandate.State.SUSPENDED)
                .forEach(stopped -> ask.whetherToGoOn(stopped.customer(), stopped.mandate()));
    }

    private void held(long cycle, DebitOutcome outcome, Consumer<AskAboutDebit.Held> asked) {
        jdbc.sql(
                        """
                        select c.id, c.receivable, m.customer_number, c.amount, c.result_code
                          from direct_debit_claim c join mandate m on m.id = c.mandate_id
                         where c.direct_debit_id = :id and c.state = 'HELD' and c.outcome = :outcome order by c.id
                        """)
                .param("id", cycle)
                .param("outcome", outcome.name())
                .query((row, n) -> new AskAboutDebit.Held(
                        cycle,
                        row.getLong("id"),
                        ReceivableNumber.of(row.getString("receivable")),
                        CustomerNumber.of(row.getString("customer_number")),
                        Yen.of(row.getLong("amount")),
                        row.getString("result_code")))
                .list()
                .forEach(asked);
    }

    private void holdWithoutFunds(long cycle) {
        jdbc.sql(
                        """
                        update direct_debit_claim c set state = 'HELD'
                         where c.direct_debit_id = :id and c.outcome = 'NO_FUNDS'
                           and (select count(*) from direct_debit_claim e
                                 where e.receivable = c.receivable and e.outcome = 'NO_FUNDS') % :patience = 0
                        """)
                .param("patience", PATIENCE)
                .param("id", cycle)
                .update();
    }

    /** A mandate that was replaced since is left as it is. */
    private List<Stopped> stop(long cycle, List<DebitOutcome> outcomes, Mandate.State state) {
        var stopped = jdbc.sql(
                        """
                        update mandate m set state = :state, changed_at = :now
                          from (select mandate_id, min(result_code) as code from direct_debit_claim
                                 where direct_debit_id = :id and outcome = any(:outcomes::text[]) group by mandate_id) c
                         where m.id = c.mandate_id and m.state = 'ACTIVE'
                        returning m.customer_number, m.id, c.code
                        """)
                .param("state", state.name())
                .param("now", Timestamp.from(clock.instant()))
                .param("id", cycle)
                .param("outcomes", outcomes.stream().map(DebitOutcome::name).toArray(String[]::new))
                .query((row, n) -> new Stopped(
                        CustomerNumber.of(row.getString("customer_number")), row.getLong("id"), row.getString("code")))
                .list();
        stopped.forEach(one -> securedByMandate.ends(one.customer()));
        return stopped;
    }

    private record Stopped(CustomerNumber customer, long mandate, String code) {}
}
