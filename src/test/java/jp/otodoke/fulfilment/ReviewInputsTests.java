package jp.otodoke.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import jp.otodoke.ModuleTest;
import jp.otodoke.fulfilment.CheckOrder.Inputs;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.OrderNumber;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a firm's own rows of the review policy can ask for, beyond what the demo's rows do. */
@ModuleTest
class ReviewInputsTests {
    private final Walk walk;
    private final CheckOrder checkOrder;

    @Autowired
    ReviewInputsTests(AutowireCapableBeanFactory beans, CheckOrder checkOrder) {
        this.walk = beans.createBean(Walk.class);
        this.checkOrder = checkOrder;
    }

    @BeforeEach
    void morning() {
        walk.morning();
    }

    @Test
    void aFirstOrderAndTheFirstPaidByAMethodAreKnown() {
        var article = walk.article(10);
        var first = walk.place(OrderMother.of(article, 1));
        assertThat(inputs(first)).returns(true, Inputs::firstOrder).returns(true, Inputs::firstWithMethod);

        var customer = walk.order(first).customerNumber();
        var second = walk.place(OrderMother.of(article, 2).from(customer));
        var prepaid = walk.place(OrderMother.of(article, 3).from(customer).by(PaymentMethod.BANK_TRANSFER));

        assertThat(inputs(second)).returns(false, Inputs::firstOrder).returns(false, Inputs::firstWithMethod);
        assertThat(inputs(prepaid)).returns(false, Inputs::firstOrder).returns(true, Inputs::firstWithMethod);
    }

    @Test
    void whatWasCancelledCountsForNothing() {
        var article = walk.article(10);
        var first = walk.place(OrderMother.of(article, 1));
        walk.cancel(first);
        var second =
                walk.place(OrderMother.of(article, 2).from(walk.order(first).customerNumber()));

        assertThat(inputs(second)).returns(true, Inputs::firstOrder);
    }

    private Inputs inputs(OrderNumber order) {
        var known = new AtomicReference<Inputs>();
        walk.corrupt.orderUnchecked(order.value());
        checkOrder.check(order, inputs -> {
            known.set(inputs);
            return List.of();
        });
        return Objects.requireNonNull(known.get());
    }
}
