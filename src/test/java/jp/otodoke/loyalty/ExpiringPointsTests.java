package jp.otodoke.loyalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import jp.otodoke.ModuleTest;
import jp.otodoke.TestClock;
import jp.otodoke.customers.ChangeCustomer;
import jp.otodoke.customers.CustomerState;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.customers.ViewCustomer;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.partners.mail.MailTemplates;
import jp.otodoke.platform.mail.MailRequested;
import jp.otodoke.platform.mail.MailsRequested;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Yen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.AssertablePublishedEvents;

/** Customers are told in time that points expire. */
@ModuleTest
class ExpiringPointsTests {
    @Autowired
    RegisterCustomer register;

    @Autowired
    ChangeCustomer changeCustomer;

    @Autowired
    ViewCustomer viewCustomer;

    @Autowired
    AdjustPoints adjustPoints;

    @Autowired
    PointMovements movements;

    @Autowired
    PointWarnings warnings;

    @Autowired
    PointExpiry expiry;

    @Autowired
    TestClock clock;

    private CustomerNumber customer = CustomerNumber.of("-");

    @BeforeEach
    void points() {
        clock.set("2030-01-10T10:00:00+09:00");
        expiry.run();
        warnings.run();
        customer = register.register(CustomerMother.unmistakable("期限", CustomerMother.TOKYO, true));
        adjustPoints.adjust(customer, Yen.of(300), "お詫び");
        adjustPoints.adjust(customer, Yen.of(200), "お詫び");
    }

    @AfterEach
    void back() {
        clock.set("2026-11-26T07:00:00+09:00");
    }

    @Test
    void thirtyDaysBeforeOneMailTellsOfAllThatExpireThatDayOnce(AssertablePublishedEvents events) {
        var last = movements.of(customer, 0, 1).get(0).expiresOn();
        clock.set(last.minusDays(31) + "T10:00:00+09:00");
        warnings.run();
        assertThat(mails(events)).isEmpty();

        clock.set(last.minusDays(30) + "T08:59:00+09:00");
        warnings.run();
        assertThat(mails(events)).as("before nine").isEmpty();
        assertThat(warnings.nextDue())
                .hasValueSatisfying(at -> assertThat(at.toString()).endsWith("T00:00:00Z"));

        clock.set(last.minusDays(30) + "T09:00:00+09:00");
        warnings.run();
        warnings.run();
        clock.set(last.minusDays(29) + "T09:00:00+09:00");
        warnings.run();

        assertThat(mails(events))
                .singleElement()
                .satisfies(mail -> assertThat(MailTemplates.rendered(mail)).contains("有効期限", "ポイント: 500"))
                .satisfies(mail -> assertThat(mail.values()).containsEntry("points", "500"));
    }

    @Test
    void whoRestsIsNotMailed(AssertablePublishedEvents events) {
        var file = viewCustomer.open(customer);
        changeCustomer.change(customer, file.data().with(CustomerState.DORMANT), file.version());
        var last = movements.of(customer, 0, 1).get(0).expiresOn();
        clock.set(last.minusDays(10) + "T10:00:00+09:00");

        warnings.run();

        assertThat(mails(events)).isEmpty();
        assertThat(warnings.moving()).isEmpty();
    }

    private static List<MailRequested> mails(AssertablePublishedEvents events) {
        return StreamSupport.stream(events.ofType(MailsRequested.class).spliterator(), false)
                .flatMap(all -> all.mails().stream())
                .toList();
    }
}
