package jp.otodoke.payments.paper;

import java.util.Set;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.shared.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The bank has accepted a mandate on paper: it is active from now on. */
@Component
public class AcceptMandateForm {
    private final MandateForms forms;
    private final RegisterMandate registerMandate;
    private final JdbcClient jdbc;
    private final Secrets secrets;

    AcceptMandateForm(MandateForms forms, RegisterMandate registerMandate, JdbcClient jdbc, Secrets secrets) {
        this.forms = forms;
        this.registerMandate = registerMandate;
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /**
     * @return the mandate
     * @throws Refusal if there is no such form, or it is neither received nor sent (conflict)
     */
    @Transactional
    public long accept(long id, String by) {
        forms.move(
                id,
                Set.of(MandateForm.State.RECEIVED, MandateForm.State.SENT),
                MandateForm.State.ACCEPTED,
                null,
                null,
                by);
        long mandate = registerMandate.register(typed(id), by);
        jdbc.sql("update mandate_form set mandate_id = :mandate where id = :id")
                .param("mandate", mandate)
                .param("id", id)
                .update();
        return mandate;
    }

    private NewMandate typed(long id) {
        return jdbc.sql(
                        """
                        select customer_number, bank_code, branch_code, account_type, account_number, holder_kana
                          from mandate_form where id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new NewMandate(
                        row.getString("customer_number"),
                        row.getString("bank_code"),
                        row.getString("branch_code"),
                        row.getString("account_type"),
                        secrets.decrypt(row.getString("account_number")),
                        row.getString("holder_kana")))
                .single();
    }
}
