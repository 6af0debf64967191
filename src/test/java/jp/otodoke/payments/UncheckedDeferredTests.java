package jp.otodoke.payments;

import static jp.otodoke.orders.PaymentMethod.DEFERRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.PaymentMother;
import jp.otodoke.shared.InvalidInput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An order of 後払い that no provider was asked about is paid by transfer, as it was before there was one. */
@ModuleTest
class UncheckedDeferredTests {
    private final PaymentDesk desk;
    private final MatchDeposits matching;
    private final JdbcClient jdbc;

    @Autowired
    UncheckedDeferredTests(AutowireCapableBeanFactory beans, MatchDeposits matching, JdbcClient jdbc) {
        this.desk = beans.createBean(PaymentDesk.class);
        this.matching = matching;
        this.jdbc = jdbc;
    }

    @AfterEach
    void booksBalance() {
        desk.booksBalance();
    }

    @Test
    void aTransferPaysAnOrderThatTheProviderDoesNotKnow() {
        var order = desk.given.order(OrderMother.twoTeas().by(DEFERRED));
        var owed = desk.payment(order).charged();
        var deposit = deposit(order.toString(), owed.amount());

        matching.confirm(deposit, List.of(new MatchDeposits.Allocation(order, owed)), "tester");

        assertThat(desk.status(order)).isEqualTo(PaymentStatus.PAID);
    }

    @Test
    void aTransferDoesNotPayWhatTheProviderWasAskedFor() {
        var order = desk.secured(OrderMother.twoTeas().by(DEFERRED));
        var owed = desk.payment(order).charged();
        var deposit = deposit("シケン", owed.amount());

        assertThatThrownBy(
                        () -> matching.confirm(deposit, List.of(new MatchDeposits.Allocation(order, owed)), "tester"))
                .isInstanceOf(InvalidInput.class);
        desk.payBackDeposit.payBack(deposit, "A1");
    }

    private long deposit(String remitter, long amount) {
        desk.given.deposit(PaymentMother.transferBy(remitter, amount, desk.business.today()));
        return jdbc.sql("select max(id) from deposit").query(Long.class).single();
    }
}
