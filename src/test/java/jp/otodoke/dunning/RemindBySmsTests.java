package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.otodoke.ModuleTest;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Short messages of dunning: what leaves, and what is said where nothing does. */
@ModuleTest
class RemindBySmsTests {
    private final AutowireCapableBeanFactory beans;

    @Autowired
    CarryOutDunningStep carryOut;

    @Autowired
    FindCustomer customers;

    @Autowired
    DebtorReminders debtors;

    @Autowired
    DunningNotices notices;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    RemindBySmsTests(AutowireCapableBeanFactory beans) {
        this.beans = beans;
    }

    /** No module below has contributed a way here. */
    @Test
    void withoutAProviderTheStepIsSkippedAndSaysSo() {
        var desk = beans.createBean(DunningDesk.class);
        var fee = desk.fee(desk.customer(), 3_300);
        desk.morning();
        var one = desk.of(fee);
        desk.at(desk.business.today(), 11);
        carryOut.carryOut(one.id());
        transaction.executeWithoutResult(
                status -> desk.steps.add(one.id(), DunningStepKind.SMS, desk.business.today()));

        carryOut.carryOut(one.id());

        assertThat(desk.steps.of(one.id()))
                .filteredOn(step -> step.kind() == DunningStepKind.SMS && step.state() != DunningStep.State.PLANNED)
                .as("the policy has planned another for later")
                .singleElement()
                .satisfies(step -> assertThat(step.state()).isEqualTo(DunningStep.State.SKIPPED))
                .satisfies(step -> assertThat(step.result()).isEqualTo("sms-unset"));
        assertThat(desk.again(one).stage())
                .as("the mail was the last that was done")
                .isEqualTo("REMINDED");
        assertThat(desk.planned(one)).isNotEmpty();
    }

    @Test
    void itGoesToAMobilePhoneAndTellsWhatIsOwed() {
        var desk = beans.createBean(DunningDesk.class);
        var fee = desk.fee(desk.customer(), 3_300);
        desk.morning();
        var one = desk.of(fee);
        var provider = new Provider();

        assertThat(sms(provider, withPhone(one, "090-1234-5678")).act(one, 7)).isEqualTo("sms");
        assertThat(sms(provider, withPhone(one, "03-1234-5678")).act(one, 8)).isEqualTo("sms-no-mobile");

        assertThat(provider.queued).singleElement().satisfies(message -> {
            assertThat(message.phone()).isEqualTo("09012345678");
            assertThat(message.key()).isEqualTo("dunning:7");
            assertThat(message.text()).contains(one.open().toString(), fee.value());
        });
    }

    private RemindBySms sms(ShortMessages messages, FindCustomer phones) {
        @SuppressWarnings("unchecked")
        ObjectProvider<ShortMessages> provider = mock(ObjectProvider.class);
        when(provider.getIfAvailable()).thenReturn(messages);
        return new RemindBySms(provider, phones, debtors, notices);
    }

    private FindCustomer withPhone(DunningCase one, String phone) {
        var number = one.customer().orElseThrow();
        var known = customers.find(number).orElseThrow();
        var found = mock(FindCustomer.class);
        when(found.find(number)).thenReturn(Optional.of(withPhone(known, phone)));
        return found;
    }

    private static CustomerSummary withPhone(CustomerSummary k, String phone) {
        return new CustomerSummary(
                k.number(),
                k.name(),
                k.kana(),
                phone,
                k.email(),
                k.birthDate(),
                k.sex(),
                k.address(),
                k.state(),
                false,
                null);
    }

    private static final class Provider implements ShortMessages {
        private final List<ShortMessage> queued = new ArrayList<>();

        @Override
        public boolean available() {
            return true;
        }

        @Override
        public void queue(ShortMessage message) {
            queued.add(message);
        }
    }
}
