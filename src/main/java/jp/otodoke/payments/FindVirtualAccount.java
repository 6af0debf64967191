package jp.otodoke.payments;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.ReceivableNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** To which virtual account open claims are paid. */
@Component
public class FindVirtualAccount {
    private final JdbcClient jdbc;
    private final VirtualAccounts accounts;

    FindVirtualAccount(JdbcClient jdbc, VirtualAccounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public Optional<String> of(ReceivableNumber receivable) {
        return Optional.ofNullable(of(List.of(receivable)).get(receivable));
    }

    /** As customers are told it. */
    @Transactional(readOnly = true)
    public Optional<String> words(ReceivableNumber receivable) {
        return of(receivable).map(accounts::words);
    }

    /** Of a customer on account, for all statements; as branch of three digits and number of seven. */
    @Transactional(readOnly = true)
    public Optional<String> ofDebtor(CustomerNumber customer) {
        return jdbc.sql(
                        "select virtual_account from credit_terms where customer_number = :customer and virtual_account is not null")
                .param("customer", customer.value())
                .query(String.class)
                .optional();
    }

    /** The same as customers are told it. */
    @Transactional(readOnly = true)
    public Optional<String> wordsToDebtor(CustomerNumber customer) {
        return ofDebtor(customer).map(accounts::words);
    }

    /** Branch of three digits and number of seven, of those that have one and are to be paid by transfer. */
    @Transactional(readOnly = true)
    public Map<ReceivableNumber, String> of(Collection<ReceivableNumber> receivables) {
        var found = new HashMap<ReceivableNumber, String>();
        jdbc.sql(
                        """
                        select number, virtual_account from receivable
                         where number = any(:numbers) and virtual_account is not null and charged > paid and method = 'BANK_TRANSFER'
                        """)
                .param(
                        "numbers",
                        receivables.stream().map(ReceivableNumber::value).toArray(String[]::new))
                .query(row -> {
                    found.put(ReceivableNumber.of(row.getString("number")), row.getString("virtual_account"));
                });
        return found;
    }
}
