package jp.otodoke.payments;

import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.otodoke.customers.CustomerSummary;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Prints slips, to be posted or enclosed. */
@Component
public class PrintSlips {
    private final PaymentSlips slips;
    private final FindCustomer customers;
    private final JdbcClient jdbc;
    private final BusinessClock clock;

    PrintSlips(PaymentSlips slips, FindCustomer customers, JdbcClient jdbc, BusinessClock clock) {
        this.slips = slips;
        this.customers = customers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that they are being printed. */
    @Transactional
    public void printed(Collection<SlipNumber> numbers) {
        jdbc.sql("update payment_slip set printed_at = :now where number = any(:numbers::text[])")
                .param("now", Timestamp.from(clock.instant()))
                .param("numbers", numbers.stream().map(SlipNumber::value).toArray(String[]::new))
                .update();
    }

    /**
     * What stands on them.
     *
     * @throws Refusal if one is unknown
     */
    @Transactional(readOnly = true)
    public List<Sheet> sheets(Collection<SlipNumber> numbers) {
        var all = numbers.stream()
                .map(number -> slips.find(number).orElseThrow(() -> Refusal.notFound("slip.not-found", number)))
                .toList();
        return all.stream()
                .map(slip -> new Sheet(
                        slip,
                        SlipBarcode.of(slip.barcode()).stamp(),
                        customer(slip).orElse(null)))
                .toList();
    }

    private Optional<CustomerSummary> customer(PaymentSlip slip) {
        return jdbc.sql("select customer_number from receivable where number = :number and customer_number is not null")
                .param("number", slip.receivable().value())
                .query((row, n) -> CustomerNumber.of(row.getString(1)))
                .optional()
                .flatMap(customers::find);
    }

    /**
     * @param stamp whether the receipt needs a revenue stamp
     * @param customer to whom it is sent; null if the order has none
     */
    public record Sheet(PaymentSlip slip, boolean stamp, @Nullable CustomerSummary customer) {}
}
