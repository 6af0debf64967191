package jp.otodoke.payments.paper;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.platform.start.StartUpWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Re-encrypts the accounts of mandates on paper after a change of the secret key. */
@Component
class ReencryptMandateForms implements StartUpWork {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final TransactionTemplate transaction;

    ReencryptMandateForms(JdbcClient jdbc, Secrets secrets, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        if (secrets.rotating()) {
            int renewed;
            do {
                var done = transaction.execute(status -> batch());
                renewed = done == null ? 0 : done;
            } while (renewed > 0);
        }
    }

    private int batch() {
        var rows = jdbc.sql(
                        """
                        select id, account_number as encrypted from mandate_form where account_number not like ? limit ? for update
                        """)
                .params(secrets.prefix() + "%", BATCH)
                .query(Row.class)
                .list();
        rows.forEach(row -> jdbc.sql("update mandate_form set account_number = ? where id = ?")
                .params(secrets.encrypt(secrets.decrypt(row.encrypted())), row.id())
                .update());
        return rows.size();
    }

    private record Row(long id, String encrypted) {}
}
