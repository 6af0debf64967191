package jp.otodoke.payments;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.otodoke.platform.data.CopiedRows;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Double-entry ledger. Each posting has a unique name and is made once; corrections are postings of their own. */
@Component
class Ledger {
    /** As in a balance sheet: what we have and are owed, what we owe, what comes in and goes out. */
    enum Account {
        BANK,
        CARD,
        SHOP,
        CARRIER,
        /** What the agency has collected from accounts and has still to transfer. */
        DEBIT_AGENCY,
        /** 収納代行: what stores have taken and their agency has still to transfer. */
        CONVENIENCE_AGENCY,
        /** 後払い: claims that the provider has bought and has still to pay out. */
        DEFERRED_AGENCY,
        RECEIVABLE,
        SUSPENSE,
        /** What customers have with us (預り金). */
        BALANCE,
        /** Consumption tax on sales (仮受消費税), by rate. */
        OUTPUT_TAX,
        /** Without tax, by rate. */
        SALES,
        FEES,
        WRITE_OFF,
        /** Points that customers have: what we owe for goods delivered already (契約負債). */
        POINTS,
        /** What points cost, when they are granted. */
        POINT_COSTS;

        boolean byTaxRate() {
            return this == SALES || this == OUTPUT_TAX;
        }
    }

    private final JdbcClient jdbc;
    private final JdbcOperations operations;
    private final BusinessClock clock;

    Ledger(JdbcClient jdbc, JdbcOperations operations, BusinessClock clock) {
        this.jdbc = jdbc;
        this.operations = operations;
        this.clock = clock;
    }

    /**
     * @param amount from credit to debit; zero posts nothing
     * @return false if the posting already existed
     */
    boolean post(String posting, Account debit, Account credit, Yen amount, @Nullable OrderNumber orderNumber) {
        var receivable = orderNumber == null ? null : ReceivableNumber.of(orderNumber);
        return !post(List.of(new Posting(posting, debit, credit, amount, receivable)))
                .isEmpty();
    }

    /**
     * Many postings in one statement; those of zero are left out. A posting never falls into a closed month: what comes
     * after the closing is dated with the first moment of the month after it.
     *
     * @return the names of those that did not exist yet
     */
    Set<String> post(Collection<Posting> postings) {
        var made = postings.stream().filter(p -> !p.amount().isZero()).toList();
        return made.isEmpty() ? Set.of() : insert(made).query(String.class).set();
    }

    /**
     * The same of events that happen only now, such as of deposits that have just got their ids: to look for each of their names
     * would cost as much as to write it. One that was posted before fails.
     */
    void postNew(Collection<Posting> postings) {
        var made = postings.stream().filter(p -> !p.amount().isZero()).toList();
        if (!made.isEmpty()) {
            var at = moment();
            var rows = new CopiedRows();
            for (var posting : made) {
                side(rows, posting, posting.debit(), posting.amount(), at);
                side(rows, posting, posting.credit(), posting.amount().negated(), at);
            }
            rows.write(operations, "copy ledger_entry (posting, account, amount, receivable, tax_rate, at) from stdin");
        }
    }

    private static void side(CopiedRows rows, Posting posting, Account account, Yen amount, Instant at) {
        rows.add(
                posting.name(),
                account,
                amount.amount(),
                posting.receivable() == null ? null : posting.receivable().value(),
                account.byTaxRate() ? posting.taxRate() : null,
                at);
    }

    /** Now, or the beginning of the first month that is open. */
    private Instant moment() {
        return jdbc.sql("select greatest(:at, (select max(ended_at) from ledger_closing))")
                .param("at", Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    private JdbcClient.StatementSpec insert(List<Posting> made) {
        return jdbc.sql(
                        """
                        insert into ledger_entry (posting, account, amount, receivable, tax_rate, at)
                        select p.posting, side.account, side.amount, p.receivable,
                               case when side.account in ('SALES', 'OUTPUT_TAX') then p.rate end,
                               greatest(:at, (select max(ended_at) from ledger_closing))
                          from unnest(:postings::text[], :debits::text[], :credits::text[], :amounts::bigint[], :receivables::text[],
                                      :rates::int[])
                               with ordinality p(posting, debit, credit, amount, receivable, rate, n)
                         cross join lateral (values (1, p.debit, p.amount), (2, p.credit, -p.amount)) side(no, account, amount)
                         order by p.n, side.no on conflict do nothing returning posting
                        """)
                .param("postings", made.stream().map(Posting::name).toArray(String[]::new))
                .param("debits", made.stream().map(p -> p.debit().name()).toArray(String[]::new))
                .param("credits", made.stream().map(p -> p.credit().name()).toArray(String[]::new))
                .param("amounts", made.stream().map(p -> p.amount().amount()).toArray(Long[]::new))
                .param(
                        "receivables",
                        made.stream()
                                .map(Posting::receivable)
                                .map(number -> number == null ? null : number.value())
                                .toArray(String[]::new))
                .param("rates", made.stream().map(Posting::taxRate).toArray(Integer[]::new))
                .param("at", Timestamp.from(clock.instant()));
    }

    /**
     * @param amount from credit to debit
     * @param taxRate per cent, where one of the accounts is by tax rate
     */
    record Posting(
            String name,
            Account debit,
            Account credit,
            Yen amount,
            @Nullable ReceivableNumber receivable,
            @Nullable Integer taxRate) {
        Posting {
            if ((debit.byTaxRate() || credit.byTaxRate()) && taxRate == null) {
                throw new IllegalArgumentException(name + " has no tax rate");
            }
        }

        Posting(String name, Account debit, Account credit, Yen amount, @Nullable ReceivableNumber receivable) {
            this(name, debit, credit, amount, receivable, null);
        }
    }

    /** What this account has received for an order, less what it gave back. */
    Yen received(Account account, OrderNumber orderNumber) {
        return Yen.of(jdbc.sql(
                        """
                        select cast(coalesce(sum(amount), 0) as bigint) from ledger_entry
                         where receivable = :order and account = :account
                        """)
                .param("order", orderNumber.value())
                .param("account", account.name())
                .query(Long.class)
                .single());
    }
}
