package jp.otodoke.subscriptions;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.platform.start.StartUpWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Re-encrypts the tokens of cards that subscriptions are paid with, also by reserved changes, after a change of the secret key. */
@Component
class ReencryptSubscriptionCards implements StartUpWork {
    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private final TransactionTemplate transaction;

    ReencryptSubscriptionCards(JdbcClient jdbc, Secrets secrets, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public void run() {
        if (secrets.rotating()) {
            int renewed;
            do {
                var done = transaction.execute(status -> subscriptions() + reservedChanges());
                renewed = done == null ? 0 : done;
            } while (renewed > 0);
        }
    }

    private int subscriptions() {
        var rows = jdbc.sql(
                        "select number, card_token as encrypted from subscription where card_token not like ? limit ? for update")
                .params(secrets.prefix() + "%", BATCH)
                .query(Row.class)
                .list();
        rows.forEach(row -> jdbc.sql("update subscription set card_token = ? where number = ?")
                .params(secrets.encrypt(secrets.decrypt(row.encrypted())), row.number())
                .update());
        return rows.size();
    }

    private int reservedChanges() {
        var rows = jdbc.sql(
                        """
                        select id::text as number, wish ->> 'cardToken' as encrypted from subscription_reserved_change
                         where wish ->> 'cardToken' not like ? limit ? for update
                        """)
                .params(secrets.prefix() + "%", BATCH)
                .query(Row.class)
                .list();
        rows.forEach(row -> jdbc.sql(
                        """
                        update subscription_reserved_change set wish = jsonb_set(wish, '{cardToken}', to_jsonb(cast(? as text)))
                         where id = ?
                        """)
                .params(secrets.encrypt(secrets.decrypt(row.encrypted())), Long.parseLong(row.number()))
                .update());
        return rows.size();
    }

    private record Row(String number, String encrypted) {}
}
