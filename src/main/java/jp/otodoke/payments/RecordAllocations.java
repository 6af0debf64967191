package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.Ledger.Posting;
import jp.otodoke.platform.data.CopiedRows;
import jp.otodoke.shared.BusinessClock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows and postings of allocations, each made once and never changed. */
@Component
class RecordAllocations {
    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final Ledger ledger;
    private final BusinessClock clock;

    RecordAllocations(JdbcClient jdbc, JdbcOperations operations, Ledger ledger, BusinessClock clock) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Those of zero are left out.
     *
     * @return the names of those that did not exist yet
     */
    Set<String> record(Collection<PaymentAllocation> allocations) {
        var all = allocations.stream()
                .filter(allocation -> !allocation.amount().isZero())
                .toList();
        if (all.isEmpty()) {
            return Set.of();
        }
        var made = insert(all).query(String.class).set();
        ledger.post(all.stream()
                .filter(allocation -> made.contains(allocation.name()))
                .map(RecordAllocations::posting)
                .toList());
        return made;
    }

    /** The same of events that happen only now, none of zero; one that was recorded before fails. */
    void recordNew(List<PaymentAllocation> allocations) {
        var at = clock.instant();
        var rows = new CopiedRows();
        for (var one : allocations) {
            rows.add(
                    one.name(),
                    one.receivable().value(),
                    one.reason(),
                    one.account(),
                    one.amount().amount(),
                    one.deposit(),
                    one.batch(),
                    one.undoes(),
                    one.by(),
                    at);
        }
        rows.write(
                operations,
                "copy payment_allocation (name, receivable, reason, account, amount, deposit_id, batch_id, undoes, actor, at) from stdin");
        ledger.postNew(allocations.stream().map(RecordAllocations::posting).toList());
    }

    private static Posting posting(PaymentAllocation made) {
        return new Posting(made.name(), made.account(), Account.RECEIVABLE, made.amount(), made.receivable());
    }

    private JdbcClient.StatementSpec insert(List<PaymentAllocation> all) {
        return jdbc.sql(
                        """
                        insert into payment_allocation
                               (name, receivable, reason, account, amount, deposit_id, batch_id, undoes, actor, at)
                        select a.*, :at
                          from unnest(:names::text[], :receivables::text[], :reasons::text[], :accounts::text[], :amounts::bigint[],
                                      :deposits::bigint[], :batches::bigint[], :undone::bigint[], :actors::text[]) a
                            on conflict (name) do nothing returning name
                        """)
                .param("names", texts(all, PaymentAllocation::name))
                .param(
                        "receivables",
                        texts(all, allocation -> allocation.receivable().value()))
                .param("reasons", texts(all, allocation -> allocation.reason().name()))
                .param("accounts", texts(all, allocation -> allocation.account().name()))
                .param("amounts", numbers(all, allocation -> allocation.amount().amount()))
                .param("deposits", numbers(all, PaymentAllocation::deposit))
                .param("batches", numbers(all, PaymentAllocation::batch))
                .param("undone", numbers(all, PaymentAllocation::undoes))
                .param("actors", texts(all, PaymentAllocation::by))
                .param("at", Timestamp.from(clock.instant()));
    }

    private static String[] texts(List<PaymentAllocation> all, Function<PaymentAllocation, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Long[] numbers(List<PaymentAllocation> all, Function<PaymentAllocation, @Nullable Long> number) {
        return all.stream().map(number).toArray(Long[]::new);
    }
}
