package jp.otodoke.payments;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.platform.start.StartUpWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After a change of the secret key: writes card tokens anew, so that the previous key can be taken away. */
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
            renew("payment", "order_number", "card_token");
            renew("card_call", "id", "token");
        }
    }

    private void renew(String table, String key, String column) {
        int renewed;
        do {
            var done = transaction.execute(status -> batch(table, key, column));
            renewed = done == null ? 0 : done;
        } while (renewed > 0);
    }

    private int batch(String table, String key, String column) {
        var rows = jdbc.sql(
                        "select %1$s::text as id, %2$s as hidden from %3$s where %2$s not like ? limit %4$d for update"
                                .formatted(key, column, table, BATCH))
                .param(secrets.prefix() + "%")
                .query(Row.class)
                .list();
        rows.forEach(row -> jdbc.sql("update %3$s set %2$s = ? where %1$s::text = ?".formatted(key, column, table))
                .params(secrets.encrypt(secrets.decrypt(row.hidden())), row.id())
                .update());
        return rows.size();
    }

    private record Row(String id, String hidden) {}
}
