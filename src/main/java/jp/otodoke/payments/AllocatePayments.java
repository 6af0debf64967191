package jp.otodoke.payments;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The only way by which money comes to what an order owes, or leaves it: each time a row and a posting, made once and never
 * changed. What is paid too much is given back, and whoever waits for the money hears of it.
 */
@Component
class AllocatePayments {
    private final JdbcClient jdbc;
    private final Payments payments;
    private final Receivables receivables;
    private final RecordAllocations recordAllocations;
    private final RefundExcess refundExcess;
    private final ApplicationEventPublisher events;

    AllocatePayments(
            JdbcClient jdbc,
            Payments payments,
            Receivables receivables,
            RecordAllocations recordAllocations,
            RefundExcess refundExcess,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.payments = payments;
        this.receivables = receivables;
        this.recordAllocations = recordAllocations;
        this.refundExcess = refundExcess;
        this.events = events;
    }

    /** @return false if it had been allocated before */
    boolean allocate(Payment payment, PaymentAllocation allocation) {
        return allocate(payment, List.of(allocation));
    }

    /**
     * Several at once, of the same payment.
     *
     * @return false if all had been allocated before
     */
    boolean allocate(Payment payment, Collection<PaymentAllocation> allocations) {
        var names = record(allocations);
        var made = allocations.stream()
                .filter(allocation -> names.contains(allocation.name()))
                .toList();
        if (made.isEmpty()) {
            return false;
        }
        made.forEach(payment::allocate);
        refundExcess.excess(payment);
        payments.saveAndFlush(payment);
        tell(payment, made.stream().anyMatch(allocation -> allocation.amount().isNegative()));
        return true;
    }

    /** As {@link #allocate(Payment, PaymentAllocation)}, of what is owed without an order; more than is open is not asked for. */
    boolean allocate(Receivable receivable, PaymentAllocation allocation) {
        if (record(List.of(allocation)).isEmpty()) {
            return false;
        }
        receivable.allocate(allocation);
        receivables.saveAndFlush(receivable);
        if (!receivable.open().isPositive()) {
            events.publishEvent(new ReceivablesSettled(List.of(receivable.number())));
        }
        return true;
    }

    /**
     * As {@link #allocate(Payment, PaymentAllocation)}, of what a person decides once.
     *
     * @throws Refusal if another has done something of the same name at the same moment (conflict)
     */
    void allocateOnce(Payment payment, PaymentAllocation allocation) {
        if (!allocate(payment, allocation)) {
            throw Refusal.conflict("payment.changed-meanwhile", allocation.receivable());
        }
    }

    /** The same of what is owed without an order. */
    void allocateOnce(Receivable receivable, PaymentAllocation allocation) {
        if (!allocate(receivable, allocation)) {
            throw Refusal.conflict("payment.changed-meanwhile", allocation.receivable());
        }
    }

    /** A name for what may happen to a receivable more than once, as long as nothing else is booked for it. */
    String nextName(String event, ReceivableNumber number) {
        var before = jdbc.sql("select count(*) from payment_allocation where receivable = :number")
                .param("number", number.value())
                .query(Long.class)
                .single();
        return event + ":" + number + "#" + before;
    }

    /**
     * Of many receivables, to each no more than is open, in few statements however many they are. The caller has locked them
     * and has read none as an entity. Who waits for the orders hears of them together.
     */
    void allocate(Collection<PaymentAllocation> allocations) {
        var names = record(allocations);
        pay(allocations.stream()
                .filter(allocation -> names.contains(allocation.name()))
                .toList());
    }

    /** The same of events that happen only now, none of zero; one that was allocated before fails. */
    void allocateNew(List<PaymentAllocation> allocations) {
        recordAllocations.recordNew(allocations);
        pay(allocations);
    }

    /**
     * Pays what transfers are expected for and is open by exactly these amounts. The caller has read none as an entity, and
     * allocates what was paid by {@link #recordPaid}.
     *
     * @return what was paid; what has changed since it was read is left as it is
     */
    Set<ReceivableNumber> payInFull(SortedMap<ReceivableNumber, Yen> open) {
        if (open.isEmpty()) {
            return Set.of();
        }
        var numbers = open.keySet().stream().map(ReceivableNumber::value).toArray(String[]::new);
        lock(numbers);
        return jdbc
                .sql(
                        """
                        update receivable r
                           set paid = r.charged, authorised = 0, unknown_since = null, version = r.version + 1, status = 'PAID'
                          from unnest(:numbers::text[], :amounts::bigint[]) a(number, amount)
                         where r.number = a.number and r.charged - r.paid = a.amount and r.status in ('PENDING', 'PARTLY_PAID')
                           and r.method in ('BANK_TRANSFER', 'CONVENIENCE_STORE', 'INVOICE', 'DIRECT_DEBIT')
                        returning r.number
                        """)
                .param("numbers", numbers)
                .param("amounts", open.values().stream().map(Yen::amount).toArray(Long[]::new))
                .query(String.class)
                .list()
                .stream()
                .map(ReceivableNumber::of)
                .collect(Collectors.toSet());
    }

    /** In one order, so that two who pay the same receivables do not wait for each other: an update takes them as they come. */
    private void lock(String[] numbers) {
        jdbc.sql("select number from receivable where number = any(:numbers) order by number for no key update")
                .param("numbers", numbers)
                .query(String.class)
                .list();
    }

    /** Allocates to what {@link #payInFull} has paid in this transaction; whoever waits hears of it by {@link #tellPaid}. */
    void recordPaid(List<PaymentAllocation> allocations) {
        if (!allocations.isEmpty()) {
            recordAllocations.recordNew(allocations);
        }
    }

    void tellPaid(Collection<ReceivableNumber> paid) {
        tellTogether(paid.stream().sorted().toList());
    }

    private void pay(List<PaymentAllocation> made) {
        var settled = jdbc
                .sql(
                        """
                        update receivable r
                           set paid = r.paid + a.amount, authorised = 0, unknown_since = null, version = r.version + 1,
                               status = case when r.paid + a.amount >= r.charged then 'PAID' else 'PARTLY_PAID' end
                          from unnest(:numbers::text[], :amounts::bigint[]) a(number, amount)
                         where r.number = a.number
                        returning case when r.paid >= r.charged then r.number end
                        """)
                .param(
                        "numbers",
                        texts(made, allocation -> allocation.receivable().value()))
                .param(
                        "amounts",
                        numbers(made, allocation -> allocation.amount().amount()))
                .query(String.class)
                .list()
                .stream()
                .filter(Objects::nonNull)
                .map(ReceivableNumber::of)
                .sorted()
                .toList();
        tellTogether(settled);
    }

    private void tellTogether(List<ReceivableNumber> settled) {
        var orders = settled.stream()
                .filter(ReceivableNumber::ofOrder)
                .map(ReceivableNumber::asOrder)
                .toList();
        if (orders.size() == 1) {
            events.publishEvent(new PaymentSecured(orders.get(0)));
            events.publishEvent(new PaymentSettled(orders.get(0)));
        } else if (!orders.isEmpty()) {
            events.publishEvent(new PaymentsSettled(orders));
        }
        if (orders.size() < settled.size()) {
            events.publishEvent(new ReceivablesSettled(
                    settled.stream().filter(number -> !number.ofOrder()).toList()));
        }
    }

    /** Money that is taken back from many receivables without an order, in few statements. */
    void takeBack(Collection<PaymentAllocation> allocations) {
        var names = record(allocations);
        var made = allocations.stream()
                .filter(allocation -> names.contains(allocation.name()))
                .toList();
        jdbc.sql(
                        """
                        update receivable r
                           set paid = r.paid + a.amount, version = r.version + 1,
                               status = case when r.paid + a.amount >= r.charged then 'PAID'
                                             when r.paid + a.amount > 0 then 'PARTLY_PAID' else 'PENDING' end
                          from (select number, sum(amount) as amount from unnest(:numbers::text[], :amounts::bigint[]) x(number, amount)
                                 group by number) a
                         where r.number = a.number and r.kind <> 'ORDER'
                        """)
                .param(
                        "numbers",
                        texts(made, allocation -> allocation.receivable().value()))
                .param(
                        "amounts",
                        numbers(made, allocation -> allocation.amount().amount()))
                .update();
    }

    private void tell(Payment payment, boolean less) {
        var number = payment.orderNumber();
        if (less && !payment.settled()) {
            events.publishEvent(new PaymentReversed(number));
        } else if (!less && payment.settled()) {
            events.publishEvent(new PaymentSecured(number));
            events.publishEvent(new PaymentSettled(number));
        }
    }

    /** As {@link RecordAllocations#record}, for payments that are opened with them. */
    Set<String> record(Collection<PaymentAllocation> allocations) {
        return recordAllocations.record(allocations);
    }

    private static String[] texts(List<PaymentAllocation> all, Function<PaymentAllocation, String> text) {
        return all.stream().map(text).toArray(String[]::new);
    }

    private static Long[] numbers(List<PaymentAllocation> all, Function<PaymentAllocation, @Nullable Long> number) {
        return all.stream().map(number).toArray(Long[]::new);
    }
}
