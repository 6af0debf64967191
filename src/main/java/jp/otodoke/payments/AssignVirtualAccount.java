package jp.otodoke.payments;

import jakarta.persistence.EntityManager;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.platform.data.NameLocks;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives a claim an account number of its own. When all were given out, that of a claim settled long ago is given again after a
 * rest, so that a late payment does not reach a stranger.
 */
@Component
class AssignVirtualAccount {
    private static final int LOCK = 4_200;

    private final VirtualAccounts accounts;
    private final NameLocks locks;
    private final EntityManager entities;
    private final JdbcClient jdbc;
    private final BusinessClock clock;
    private final Duration rest;

    AssignVirtualAccount(
            VirtualAccounts accounts,
            NameLocks locks,
            EntityManager entities,
            JdbcClient jdbc,
            BusinessClock clock,
            @Value("${otodoke.virtual-accounts.rest-days}") int restDays) {
        this.accounts = accounts;
        this.locks = locks;
        this.entities = entities;
        this.jdbc = jdbc;
        this.clock = clock;
        this.rest = Duration.ofDays(restDays);
    }

    /** The number that it has or gets; empty if the bank has lent none, or none is free: then it is paid to the firm's account. */
    Optional<String> to(ReceivableNumber receivable) {
        if (!accounts.exist()) {
            return Optional.empty();
        }
        entities.flush();
        var before = jdbc.sql(
                        "select virtual_account from receivable where number = :number and virtual_account is not null")
                .param("number", receivable.value())
                .query(String.class)
                .optional();
        return before.isPresent() ? before : free().map(number -> give(number, receivable));
    }

    /**
     * Gives customers on account who have none an account for all their statements, by one statement. Nobody else ever gets it; those
     * for whom none is left pay to the firm's account.
     */
    void toDebtors(Collection<CustomerNumber> customers) {
        if (!accounts.exist() || customers.isEmpty()) {
            return;
        }
        locks.lock(LOCK, List.of("virtual-account"));
        neverUsed().ifPresent(next -> jdbc.sql(
                        """
                        with given as (
                            insert into virtual_account_use (number, since, customer_number)
                            select lpad(cast(n as text), 10, '0'), :now, customer_number
                              from (select customer_number, cast(:next as bigint) + row_number() over (order by customer_number) - 1 as n
                                      from credit_terms
                                     where customer_number = any(:customers) and virtual_account is null) c
                             where n <= cast(:last as bigint)
                            returning number, customer_number)
                        update credit_terms t set virtual_account = g.number from given g where t.customer_number = g.customer_number
                        """)
                .param(
                        "customers",
                        customers.stream().map(CustomerNumber::value).toArray(String[]::new))
                .param("next", next)
                .param("last", accounts.last())
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    private Optional<String> free() {
        locks.lock(LOCK, List.of("virtual-account"));
        return neverUsed().or(this::rested);
    }

    private Optional<String> neverUsed() {
        var last = jdbc.sql("select max(number) from virtual_account_use where number between :first and :last")
                .param("first", accounts.first())
                .param("last", accounts.last())
                .query((row, n) -> Optional.ofNullable(row.getString(1)))
                .single();
        return last.map(accounts::after).orElse(Optional.of(accounts.first()));
    }

    private Optional<String> rested() {
        return jdbc.sql(
                        """
                        select u.number from virtual_account_use u join receivable r on r.number = u.receivable
                         where u.until is null and u.number between :first and :last and r.paid >= r.charged and u.since < :before
                           and not exists (select 1 from deposit d where d.virtual_account = u.number and d.received_at > :before)
                         order by u.since limit 1
                        """)
                .param("first", accounts.first())
                .param("last", accounts.last())
                .param("before", Timestamp.from(clock.instant().minus(rest)))
                .query(String.class)
                .optional();
    }

    private String give(String number, ReceivableNumber receivable) {
        var now = Timestamp.from(clock.instant());
        jdbc.sql("update receivable set virtual_account = null where virtual_account = :number")
                .param("number", number)
                .update();
        jdbc.sql("update virtual_account_use set until = :now where number = :number and until is null")
                .param("number", number)
                .param("now", now)
                .update();
        jdbc.sql("insert into virtual_account_use (number, since, receivable) values (:number, :now, :receivable)")
                .param("number", number)
                .param("now", now)
                .param("receivable", receivable.value())
                .update();
        jdbc.sql("update receivable set virtual_account = :number where number = :receivable")
                .param("number", number)
                .param("receivable", receivable.value())
                .update();
        return number;
    }
}
