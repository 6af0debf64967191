package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import jp.otodoke.payments.FindVirtualAccount;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.context.TestPropertySource;

/** What reminders say. */
@ModuleTest
@TestPropertySource(properties = {"otodoke.virtual-accounts.branch=902", "otodoke.virtual-accounts.bank=見本銀行"})
class DunningNoticesTests {
    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    FindVirtualAccount accounts;

    @Autowired
    CarryOutDunningStep carryOut;

    @Test
    void aReminderNamesTheAccountThatThePaymentRequestNamed() {
        var desk = beans.createBean(DunningDesk.class);
        var fee = desk.fee(desk.customer(), 3_300);
        var account = accounts.of(fee).orElseThrow();
        desk.morning();
        var one = desk.of(fee);
        desk.at(desk.business.today(), 11);

        carryOut.carryOut(one.id());

        assertThat(desk.done(one)).containsExactly("MAIL reminded");
        var step = desk.steps.of(one.id()).get(0).id();
        assertThat(desk.jdbc
                        .sql("select payload ->> 'account' from outbox_message where key = ?")
                        .param("mail:dunning-reminder:" + step)
                        .query(String.class)
                        .single())
                .contains("見本銀行", account.substring(3));
    }
}
