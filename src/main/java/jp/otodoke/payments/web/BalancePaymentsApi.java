package jp.otodoke.payments.web;

import jp.otodoke.payments.PayFromBalance;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.staff.CurrentStaff;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of what is paid from customers' balances. */
@RestController
@RequestMapping("/api/v1/receivables/{number}/pay-from-balance")
class BalancePaymentsApi {
    private final PayFromBalance payFromBalance;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;

    BalancePaymentsApi(PayFromBalance payFromBalance, RetryOnConflict retryOnConflict, CurrentStaff staff) {
        this.payFromBalance = payFromBalance;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
    }

    /** As far as the customer's balance reaches. */
    @PostMapping
    Paid pay(@PathVariable ReceivableNumber number) {
        var paid = retryOnConflict.inTransaction(() -> payFromBalance.pay(number, staff.name()));
        return new Paid(number.value(), paid.amount());
    }

    record Paid(String receivable, long paid) {}
}
