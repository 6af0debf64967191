package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How what is owed came about: each change of it is a row that stays. Nothing of it stands in the ledger until goods are
 * shipped, see {@link RecogniseSales}.
 */
@Component
class ReceivableCharges {
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    ReceivableCharges(JdbcClient jdbc, BusinessClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How often what is owed has changed. */
    long count(ReceivableNumber number) {
        return jdbc.sql("select count(*) from receivable_charge where receivable = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
    }

    /** Those of zero are left out. */
    void add(Collection<Charge> charges) {
        var made = charges.stream().filter(charge -> !charge.amount().isZero()).toList();
        if (!made.isEmpty()) {
            jdbc.sql(
                            """
                            insert into receivable_charge (receivable, amount, reason, at)
                            select c.*, :at from unnest(:receivables::text[], :amounts::bigint[], :reasons::text[]) c
                            """)
                    .param("receivables", texts(made, charge -> charge.receivable()
                            .value()))
                    .param(
                            "amounts",
                            made.stream()
                                    .map(charge -> charge.amount().amount())
                                    .toArray(Long[]::new))
                    .param("reasons", texts(made, charge -> charge.reason().name()))
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }
    }

    private static String[] texts(List<Charge> charges, Function<Charge, String> text) {
        return charges.stream().map(text).toArray(String[]::new);
    }

    /** @param amount by how much more is owed; negative if it is less */
    record Charge(ReceivableNumber receivable, Yen amount, Reason reason) {}

    enum Reason {
        CHARGED,
        CHANGED,
        CANCELLED,
        RETURNED
    }
}
