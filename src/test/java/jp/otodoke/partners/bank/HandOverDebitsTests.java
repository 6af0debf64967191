package jp.otodoke.partners.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.partners.exchange.Transport;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.DebitsToHandOver;
import jp.otodoke.payments.DirectDebit;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Files of direct debits that go to the agency by themselves. */
@ModuleTest
class HandOverDebitsTests {
    private final Map<String, byte[]> folder = new LinkedHashMap<>();
    private final DebitsToHandOver debits = mock();

    @Autowired
    private FetchDebitRequest fetchDebitRequest;

    @Autowired
    private CollectClaims collectClaims;

    @Autowired
    private DirectDebits directDebits;

    @Autowired
    private RegisterCustomer registerCustomer;

    @Autowired
    private RegisterMandate registerMandate;

    @Autowired
    private ChargeReceivable charge;

    @Autowired
    private TestClock clock;

    @Autowired
    private BusinessClock businessClock;

    @BeforeEach
    void today() {
        clock.set("2026-11-27T16:00:00+09:00");
        when(debits.begin(anyLong())).thenReturn(true);
    }

    @Test
    void theFileIsPlacedIntoTheFolderOfTheAgencyAndStaysTheSame() {
        long cycle = collected();
        when(debits.take()).thenReturn(List.of(cycle));

        work(false).run();

        verify(debits).done(cycle);
        assertThat(directDebits.find(cycle).orElseThrow().state()).isEqualTo(DirectDebit.State.SENT);
        assertThat(folder).containsOnlyKeys("agency/FURIKAE_%06d.txt".formatted(cycle));
        var file = folder.values().iterator().next();
        assertThat(file).isEqualTo(fetchDebitRequest.fetch(cycle, Framing.CRLF));
        work(false).run();
        assertThat(folder).hasSize(1);
        assertThat(folder.values().iterator().next()).isEqualTo(file);
    }

    @Test
    void aFolderThatIsAwayIsTriedAgain() {
        long cycle = collected();
        when(debits.take()).thenReturn(List.of(cycle));

        work(true).run();

        verify(debits).failed(cycle);
        verify(debits, never()).done(cycle);
        work(false).run();
        verify(debits).done(cycle);
        assertThat(folder).hasSize(1);
    }

    @Test
    void aFileThatAPersonHasFetchedMeanwhileIsNotPlaced() {
        long cycle = collected();
        when(debits.take()).thenReturn(List.of(cycle));
        when(debits.begin(cycle)).thenReturn(false);

        work(false).run();

        assertThat(folder).isEmpty();
        verify(debits, never()).done(cycle);
    }

    @Test
    void oneThatFailsKeepsNoOtherBack() {
        long unknown = 99_999_999;
        long cycle = collected();
        when(debits.take()).thenReturn(List.of(unknown, cycle));

        work(false).run();

        verify(debits).failed(unknown);
        verify(debits).done(cycle);
    }

    @Test
    void aFileThatIsPlacedIsNotPlacedAgainThoughItCannotBeNoted() {
        long cycle = collected();
        when(debits.take()).thenReturn(List.of(cycle));
        doThrow(new IllegalStateException("database away")).when(debits).done(cycle);

        work(false).run();

        assertThat(folder).hasSize(1);
        verify(debits, never()).failed(cycle);
    }

    @Test
    void theMovableClockWaitsForWhatIsToBeHandedOverButNotForWhatCannotBe() {
        long cycle = collected();
        when(debits.waiting()).thenReturn(List.of(cycle));
        when(debits.take()).thenReturn(List.of(cycle));
        var away = work(true);

        assertThat(away.moving()).containsExactly("files of direct debits [" + cycle + "]");
        away.run();
        assertThat(away.moving()).isEmpty();
    }

    private long collected() {
        var customer = registerCustomer.register(CustomerMother.unmistakable("口座", CustomerMother.TOKYO, false));
        registerMandate.register(new NewMandate(customer.value(), "9999", "002", "1", "123", "ヤマダ ハナコ"), "tester");
        var day = LocalDate.of(2026, 12, 28);
        charge.charge(new NewReceivable(customer, ReceivableKind.DUE, Yen.of(3_300), 10, day));
        return collectClaims.collect(day, "tester");
    }

    private HandOverDebits work(boolean away) {
        return new HandOverDebits(provided(), fetchDebitRequest, new Folder(away), businessClock, true);
    }

    private ObjectProvider<DebitsToHandOver> provided() {
        return new ObjectProvider<>() {
            @Override
            public DebitsToHandOver getObject() {
                return debits;
            }
        };
    }

    private final class Folder implements Transport {
        private final boolean away;

        Folder(boolean away) {
            this.away = away;
        }

        @Override
        public void deliver(String partner, String fileName, byte[] content) {
            if (away) {
                throw new IllegalStateException("away");
            }
            folder.put(partner + "/" + fileName, content);
        }

        @Override
        public boolean running() {
            return true;
        }

        @Override
        public boolean ready() {
            return true;
        }
    }
}
