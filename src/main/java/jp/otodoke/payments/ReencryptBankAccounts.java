package jp.otodoke.payments;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.platform.start.StartUpWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Re-encrypts the accounts of mandates and the files that hold them after a change of the secret key. */
@Component
class ReencryptBankAccounts implements StartUpWork {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final TransactionTemplate transaction;

    ReencryptBankAccounts(JdbcClient jdbc, Secrets secrets, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        if (secrets.rotating()) {
            renew(
                    "select id, account_number as encrypted from mandate where account_number not like ? limit ? for update",
                    "update mandate set account_number = ? where id = ?",
                    BATCH);
            renew(
                    "select id, request_file as encrypted from direct_debit where request_file not like ? limit ? for update",
                    "update direct_debit set request_file = ? where id = ?",
                    1);
        }
    }

    private void renew(String select, String update, int atOnce) {
        int renewed;
        do {
            var done = transaction.execute(status -> batch(select, update, atOnce));
            renewed = done == null ? 0 : done;
        } while (renewed > 0);
    }

    private int batch(String select, String update, int atOnce) {
        var rows = jdbc.sql(select)
                .params(secrets.prefix() + "%", atOnce)
                .query(Row.class)
                .list();
        rows.forEach(row -> jdbc.sql(update)
                .params(secrets.encrypt(secrets.decrypt(row.encrypted())), row.id())
                .update());
        return rows.size();
    }

    private record Row(long id, String encrypted) {}
}
