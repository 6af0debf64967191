package jp.otodoke.partners.shop;

import java.util.List;
import jp.otodoke.fulfilment.ExpectReturn;
import jp.otodoke.inbox.StaffGroup;
import jp.otodoke.inbox.TaskDecision;
import jp.otodoke.inbox.TaskKind;
import jp.otodoke.orders.OrderSubject;
import jp.otodoke.shared.OrderNumber;
import org.springframework.stereotype.Component;

/** The shop has taken back an order of which goods have left: they come back, or stay with the customer. */
@Component
class ReturnedOrderTask implements TaskKind {
    static final String TYPE = "order-returned-at-shop";

    private static final String EXPECT_RETURN = "EXPECT_RETURN";

    private final ExpectReturn expectReturn;

    ReturnedOrderTask(ExpectReturn expectReturn) {
        this.expectReturn = expectReturn;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subjectKind() {
        return OrderSubject.KIND;
    }

    @Override
    public StaffGroup group() {
        return StaffGroup.ORDERS;
    }

    @Override
    public List<String> decisions() {
        return List.of(EXPECT_RETURN, "NO_RETURN");
    }

    @Override
    public void decide(TaskDecision decision) {
        if (decision.code().equals(EXPECT_RETURN)) {
            expectReturn.of(OrderNumber.of(decision.task().subject().key()));
        }
    }
}
