package jp.otodoke.payments.paper;

import java.sql.Timestamp;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.payments.BankCodes;
import jp.otodoke.payments.DebitAccount;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Records that a mandate on paper has come by post; it takes the place of an open one of the customer. */
@Component
public class ReceiveMandateForm {
    private final JdbcClient jdbc;
    private final FindCustomer customers;
    private final BankCodes codes;
    private final Secrets secrets;
    private final EndMandateForm endMandateForm;
    private final AskForMandateForm askForMandateForm;
    private final MandateForms forms;
    private final BusinessClock clock;

    ReceiveMandateForm(
            JdbcClient jdbc,
            FindCustomer customers,
            BankCodes codes,
            Secrets secrets,
            EndMandateForm endMandateForm,
            AskForMandateForm askForMandateForm,
            MandateForms forms,
            BusinessClock clock) {
        this.jdbc = jdbc;
        this.customers = customers;
        this.codes = codes;
        this.secrets = secrets;
        this.endMandateForm = endMandateForm;
        this.askForMandateForm = askForMandateForm;
        this.forms = forms;
        this.clock = clock;
    }

    /**
     * @param defect seen at once; then the account is not needed, and nothing of it is kept
     * @param by user name
     * @return its id
     * @throws InvalidInput if the customer is unknown, or the account is none
     */
    @Transactional
    public long receive(NewMandate asked, @Nullable MandateDefect defect, String by) {
        var number = TextNormalizer.clean(asked.customer());
        var known =
                !number.isEmpty() && customers.find(CustomerNumber.of(number)).isPresent();
        var account = defect == null ? asked.account(known, codes) : null;
        if (!known) {
            throw new InvalidInput("customer", "unknown", BilingualText.of("mandate.problem.customer"));
        }
        var customer = CustomerNumber.of(number);
        endMandateForm.replaced(customer);
        long id = insert(customer, account, defect, by);
        if (defect != null) {
            askForMandateForm.ask(forms.find(id).orElseThrow());
        }
        return id;
    }

    private long insert(
            CustomerNumber customer, @Nullable DebitAccount account, @Nullable MandateDefect defect, String by) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql(
                        """
                        insert into mandate_form (customer_number, bank_code, branch_code, account_type, account_number, account_end,
                                                  holder_kana, state, defect, remind_on, received_at, changed_at, actor)
                        values (:customer, :bank, :branch, :type, :number, :end, :holder, :state, :defect, :remindOn, :now, :now, :by)
                        returning id
                        """)
                .param("customer", customer.value())
                .param("bank", account == null ? null : account.bankCode())
                .param("branch", account == null ? null : account.branchCode())
                .param("type", account == null ? null : account.accountType())
                .param("number", account == null ? null : secrets.encrypt(account.accountNumber()))
                .param("end", account == null ? null : account.end())
                .param("holder", account == null ? null : account.holderKana())
                .param("state", (defect == null ? MandateForm.State.RECEIVED : MandateForm.State.DEFECT).name())
                .param("defect", defect == null ? null : defect.name())
                .param("remindOn", defect == null ? null : askForMandateForm.nextDay())
                .param("now", now)
                .param("by", by)
                .query(Long.class)
                .single();
    }
}
