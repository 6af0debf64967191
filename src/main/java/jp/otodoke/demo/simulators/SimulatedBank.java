package jp.otodoke.demo.simulators;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.demo.simulators.SimulatedEvents.SimEvent;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Yen;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bank and its customers: whoever is asked for a transfer makes it by 10:00 the next day, in full. */
@Component("simulatedBank")
@Simulated
class SimulatedBank {
    private static final int BATCH = 2000;
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final int INQUIRY_NUMBERS = 1_000_000;

    private final JdbcClient jdbc;
    private final SimulatedEvents events;
    private final AnswerFiles answers;
    private final Payers payers;
    private final BusinessClock clock;

    SimulatedBank(JdbcClient jdbc, SimulatedEvents events, AnswerFiles answers, Payers payers, BusinessClock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.answers = answers;
        this.payers = payers;
        this.clock = clock;
    }

    /** A customer is asked for the open amount; if asked again before paying, the latest amount is paid. */
    @Transactional
    public void ask(OrderNumber orderNumber, Yen amount) {
        jdbc.sql(
                        """
                insert into sim_transfer (order_number, asked) values (?, ?)
                on conflict on constraint sim_transfer_pk do update set asked = sim_transfer.paid + excluded.asked
                """)
                .param(orderNumber.value())
                .param(amount.amount())
                .update();
        events.plan(
                Kind.TRANSFER,
                List.of(orderNumber.value()),
                clock.today()
                        .plusDays(1)
                        .atTime(MORNING)
                        .atZone(BusinessClock.TOKYO)
                        .toInstant());
    }

    /** Books the transfers that are due, reports them in one file, and returns how many were due. */
    @Transactional
    public int transfer() {
        List<SimEvent> due = events.take(Kind.TRANSFER, BATCH);
        List<SimulatedDepositFile.Transfer> transfers = due.stream()
                .map(e -> pay(OrderNumber.of(e.subject())))
                .flatMap(Optional::stream)
                .toList();
        if (!transfers.isEmpty()) {
            answers.put(SimulatedPartner.BANK, "FURIKOMI", SimulatedDepositFile.of(clock.today(), transfers), false);
        }
        return due.size();
    }

    private Optional<SimulatedDepositFile.Transfer> pay(OrderNumber orderNumber) {
        Optional<String> payer = payers.kana(orderNumber);
        if (payer.isEmpty()) {
            return Optional.empty();
        }
        return jdbc.sql(
                        """
                with open as (
                    select order_number, asked - paid as amount from sim_transfer
                    where order_number = ? and asked > paid for update)
                update sim_transfer t set paid = t.asked from open o where t.order_number = o.order_number
                returning o.amount
                """)
                .param(orderNumber.value())
                .query(Long.class)
                .optional()
                .map(amount -> new SimulatedDepositFile.Transfer(
                        inquiryNo(), orderNumber + " " + HalfWidth.of(payer.get()), amount));
    }

    private long inquiryNo() {
        return jdbc.sql("select nextval('sim_inquiry_seq') % ?")
                .param(INQUIRY_NUMBERS)
                .query(Long.class)
                .single();
    }
}
