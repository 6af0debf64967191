package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To which virtual account open claims are paid. */
@Component
public class FindVirtualAccount {
    private final JdbcClient jdbc;

    FindVirtualAccount(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Optional<String> of(ReceivableNumber receivable) {
        return Optional.ofNullable(of(List.of(receivable)).get(receivable));
    }

    /** Branch of three digits and number of seven, of those that have one and are to be paid by transfer. */
    @Transactional(readOnly = true)
    public Map<ReceivableNumber, String> of(Collection<ReceivableNumber> receivables) {
        var accounts = new HashMap<ReceivableNumber, String>();
        jdbc.sql(
                        """
                        select number, virtual_account from receivable
                         where number = any(:numbers) and virtual_account is not null and charged > paid and method = 'BANK_TRANSFER'
                        """)
                .param(
                        "numbers",
                        receivables.stream().map(ReceivableNumber::value).toArray(String[]::new))
                .query(row -> {
                    accounts.put(ReceivableNumber.of(row.getString("number")), row.getString("virtual_account"));
                });
        return accounts;
    }
}
