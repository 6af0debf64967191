package jp.otodoke.payments;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.platform.start.StartUpWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Re-encrypts card tokens and bank accounts after a change of the secret key, so that the previous key can be removed. */
@Component
class ReencryptCardTokens implements StartUpWork {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final TransactionTemplate transaction;

    ReencryptCardTokens(JdbcClient jdbc, Secrets secrets, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        if (secrets.rotating()) {
            renew(
                    "select number as id, card_token as encrypted from receivable where card_token not like ? limit ? for update",
                    "update receivable set card_token = ? where number = ?");
            renew(
                    "select id::text as id, token as encrypted from card_call where token not like ? limit ? for update",
                    "update card_call set token = ? where id = ?::bigint");
            renew(
                    "select id::text as id, token as encrypted from kept_card where token not like ? limit ? for update",
                    "update kept_card set token = ? where id = ?::bigint");
            renew(
                    "select id::text as id, request_file as encrypted from card_update where request_file not like ? limit ? for update",
                    "update card_update set request_file = ? where id = ?::bigint");
            renew(
                    "select id::text as id, payee_account_number as encrypted from refund where payee_account_number not like ? limit ? for update",
                    "update refund set payee_account_number = ? where id = ?::bigint");
            renew(
                    "select id::text as id, content as encrypted from transfer_file where content not like ? limit ? for update",
                    "update transfer_file set content = ? where id = ?::bigint");
        }
    }

    private void renew(String select, String update) {
        int renewed;
        do {
            var done = transaction.execute(status -> batch(select, update));
            renewed = done == null ? 0 : done;
        } while (renewed > 0);
    }

    private int batch(String select, String update) {
        var rows = jdbc.sql(select)
                .params(secrets.prefix() + "%", BATCH)
                .query(Row.class)
                .list();
        rows.forEach(row -> jdbc.sql(update)
                .params(secrets.encrypt(secrets.decrypt(row.encrypted())), row.id())
                .update());
        return rows.size();
    }

    private record Row(String id, String encrypted) {}
}
