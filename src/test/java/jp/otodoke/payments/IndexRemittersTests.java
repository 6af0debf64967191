package jp.otodoke.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.PaymentMother;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A remitter is found from the moment his deposit is booked, and quickly some time later. */
@ModuleTest
class IndexRemittersTests {
    @Autowired
    private RecordDeposits recordDeposits;

    @Autowired
    private FindDeposits findDeposits;

    @Autowired
    private IndexRemitters indexRemitters;

    @Autowired
    private JdbcClient jdbc;

    private final String name = String.valueOf(
            CustomerMother.unmistakable("索引", CustomerMother.TOKYO, false).kana());

    @Test
    void isFoundBeforeHisNameIsIndexedAndAfter() {
        recordDeposits.record(
                UUID.randomUUID() + ".txt",
                List.of(
                        PaymentMother.transferBy(name, 7_001, LocalDate.of(2026, 11, 26)),
                        PaymentMother.transferBy(name, 7_002, LocalDate.of(2026, 11, 26))));

        assertThat(findDeposits.byRemitter(name, 10)).hasSize(2);
        assertThat(indexed()).isZero();

        assertThat(indexRemitters.last()).isPositive();
        boolean more;
        do {
            more = indexRemitters.next();
        } while (more);

        assertThat(indexRemitters.last()).isZero();
        assertThat(indexed()).isEqualTo(2);
        assertThat(findDeposits.byRemitter(name, 10)).hasSize(2);
        assertThat(findDeposits.byRemitter(name.substring(1, 3), 1_000))
                .extracting(Deposit::remitterKana)
                .contains(name);
    }

    @Test
    void waitsWhileDepositsAreComing() {
        var later = new IndexRemittersLater(indexRemitters, false);
        later.run();
        later.run();

        recordDeposits.record(
                UUID.randomUUID() + ".txt", List.of(PaymentMother.transferBy(name, 7_003, LocalDate.of(2026, 11, 26))));
        later.run();
        assertThat(indexed()).isZero();

        later.run();
        assertThat(indexed()).isEqualTo(1);
    }

    private long indexed() {
        return jdbc.sql(
                        """
                        select count(*) from deposit_name n join deposit d on d.id = n.deposit_id where d.remitter_kana = :name
                        """)
                .param("name", name)
                .query(Long.class)
                .single();
    }
}
