package jp.otodoke.payments;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import jp.otodoke.payments.Ledger.Account;
import jp.otodoke.payments.PaymentAllocation.Reason;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets a payment at a store settle what its slip is for. The money lies at the agency until that transfers it. */
@Component
class AllocateSlipReceipt {
    private final JdbcClient jdbc;
    private final Payments payments;
    private final Receivables receivables;
    private final AllocatePayments allocatePayments;
    private final SlipTasks tasks;

    AllocateSlipReceipt(
            JdbcClient jdbc,
            Payments payments,
            Receivables receivables,
            AllocatePayments allocatePayments,
            SlipTasks tasks) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.receivables = receivables;
        this.allocatePayments = allocatePayments;
        this.tasks = tasks;
    }

    /**
     * More is added; what is less takes all of it back first.
     *
     * @param amount what it settles from now on
     * @return how many postings there are for it now
     */
    int allocate(SlipReceipt receipt, ReceivableNumber receivable, Yen amount) {
        var allocations = new ArrayList<PaymentAllocation>();
        int bookings = receipt.bookings();
        var more = amount.minus(receipt.booked());
        if (more.isNegative()) {
            for (var live : live(receipt)) {
                allocations.add(allocation(
                        receipt.posting(++bookings), receivable, live.amount().negated(), live.id()));
            }
            more = amount;
        }
        if (more.isPositive()) {
            allocations.add(allocation(receipt.posting(++bookings), receivable, more, null));
        }
        if (!allocations.isEmpty()) {
            book(receipt, receivable, allocations);
        }
        return bookings;
    }

    private void book(SlipReceipt receipt, ReceivableNumber receivable, List<PaymentAllocation> allocations) {
        payments.findById(receivable.asOrder())
                .ifPresentOrElse(
                        payment -> allocatePayments.allocate(payment, allocations),
                        () -> withoutOrder(
                                receipt, receivables.findById(receivable).orElseThrow(), allocations));
    }

    private void withoutOrder(SlipReceipt receipt, Receivable receivable, List<PaymentAllocation> allocations) {
        allocations.forEach(allocation -> allocatePayments.allocate(receivable, allocation));
        tasks.overpaid(receipt.slip(), receivable.number(), receivable.open().negated());
    }

    private static PaymentAllocation allocation(
            String name, ReceivableNumber receivable, Yen amount, @Nullable Long undoes) {
        return new PaymentAllocation(
                name,
                receivable,
                undoes == null ? Reason.COLLECTED : Reason.REVERSED,
                Account.CONVENIENCE_AGENCY,
                amount,
                null,
                null,
                undoes,
                CurrentStaff.SYSTEM);
    }

    /** What was allocated for it and is not taken back. */
    private List<Live> live(SlipReceipt receipt) {
        return jdbc.sql(
                        """
                        select id, amount from payment_allocation a
                         where name = any(:names::text[]) and amount > 0
                           and not exists (select 1 from payment_allocation u where u.undoes = a.id)
                         order by id
                        """)
                .param(
                        "names",
                        IntStream.rangeClosed(1, receipt.bookings())
                                .mapToObj(receipt::posting)
                                .toArray(String[]::new))
                .query((row, n) -> new Live(row.getLong("id"), Yen.of(row.getLong("amount"))))
                .list();
    }

    private record Live(long id, Yen amount) {}
}
