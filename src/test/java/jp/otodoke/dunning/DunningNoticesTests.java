package jp.otodoke.dunning;

import static org.assertj.core.api.Assertions.assertThat;

import jp.otodoke.ModuleTest;
import jp.otodoke.payments.FindVirtualAccount;
import jp.otodoke.platform.mail.MailRequested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.modulith.test.AssertablePublishedEvents;
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
    void aReminderNamesTheAccountThatThePaymentRequestNamed(AssertablePublishedEvents events) {
        var desk = beans.createBean(DunningDesk.class);
        var fee = desk.fee(desk.customer(), 3_300);
        var account = accounts.of(fee).orElseThrow();
        desk.morning();
        var one = desk.of(fee);
        desk.at(desk.business.today(), 11);

        carryOut.carryOut(one.id());

        assertThat(desk.done(one)).containsExactly("MAIL reminded");
        assertThat(events.ofType(MailRequested.class)
                        .matching(mail -> mail.template().equals("dunning-reminder")))
                .singleElement()
                .satisfies(mail -> assertThat(mail.values().get("account")).contains("見本銀行", account.substring(3)));
    }
}
