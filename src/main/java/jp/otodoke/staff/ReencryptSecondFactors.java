package jp.otodoke.staff;

import jp.otodoke.platform.secrets.Secrets;
import jp.otodoke.platform.start.StartUpWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Re-encrypts the secrets of second factors after the secret key was changed, so that the previous key can be
 * removed.
 */
@Component
class ReencryptSecondFactors implements StartUpWork {
    private final JdbcClient jdbc;
    private final Secrets secrets;

    ReencryptSecondFactors(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Override
    @Transactional
    public void run() {
        if (secrets.rotating()) {
            jdbc.sql("select username, totp_secret from staff_user where totp_secret not like ? for update")
                    .param(secrets.prefix() + "%")
                    .query((row, n) -> new Hidden(row.getString(1), row.getString(2)))
                    .list()
                    .forEach(hidden -> jdbc.sql("update staff_user set totp_secret = ? where username = ?")
                            .params(secrets.encrypt(secrets.decrypt(hidden.secret())), hidden.username())
                            .update());
        }
    }

    private record Hidden(String username, String secret) {}
}
