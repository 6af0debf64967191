package jp.otodoke.payments;

import java.sql.Timestamp;
import jp.otodoke.customers.CustomerSubject;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.inbox.Inbox;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Registers a mandate, which is active at once and takes the place of an older one; orders that wait for it go on. */
@Component
public class RegisterMandate {
    private final JdbcClient jdbc;
    private final FindCustomer customers;
    private final BankCodes codes;
    private final Secrets secrets;
    private final SecuredByMandate securedByMandate;
    private final ApplicationEventPublisher events;
    private final Inbox inbox;
    private final BusinessClock clock;

    RegisterMandate(
            JdbcClient jdbc,
            FindCustomer customers,
            BankCodes codes,
            Secrets secrets,
            SecuredByMandate securedByMandate,
            ApplicationEventPublisher events,
            Inbox inbox,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.codes = codes;
        this.secrets = secrets;
        this.securedByMandate = securedByMandate;
        this.events = events;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * @param by user name
     * @return its id
     * @throws InvalidInput if the customer is unknown, or the account is none
     */
    @Transactional
    public long register(NewMandate asked, String by) {
        var account = asked.account(known(asked), codes);
        var customer = CustomerNumber.of(TextNormalizer.clean(asked.customer()));
        replace(customer);
        long id = insert(customer, account, by);
        events.publishEvent(new MandateRegistered(customer));
        inbox.resolve(InvalidMandateTask.TYPE, CustomerSubject.of(customer));
        inbox.resolve(StoppedDebitTask.TYPE, CustomerSubject.of(customer));
        securedByMandate.begins(customer);
        return id;
    }

    private boolean known(NewMandate asked) {
        return !TextNormalizer.blank(asked.customer())
                && customers
                        .find(CustomerNumber.of(TextNormalizer.clean(asked.customer())))
                        .isPresent();
    }

    private void replace(CustomerNumber customer) {
        jdbc.sql(
                        """
                        update mandate set state = 'REPLACED', changed_at = :now
                         where customer_number = :customer and state <> 'REPLACED'
                        """)
                .param("customer", customer.value())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private long insert(CustomerNumber customer, DebitAccount account, String by) {
        return jdbc.sql(
                        """
                        insert into mandate (customer_number, bank_code, branch_code, account_type, account_number, account_end,
                                             holder_kana, state, since, changed_at, actor)
                        values (:customer, :bank, :branch, :type, :number, :end, :holder, 'ACTIVE', :now, :now, :by)
                        returning id
                        """)
                .param("customer", customer.value())
                .param("bank", account.bankCode())
                .param("branch", account.branchCode())
                .param("type", account.accountType())
                .param("number", secrets.encrypt(account.accountNumber()))
                .param("end", account.end())
                .param("holder", account.holderKana())
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .query(Long.class)
                .single();
    }
}
