package jp.otodoke.payments;

import java.time.LocalDate;
import java.util.List;
import jp.otodoke.mothers.CustomerMother;
import jp.otodoke.mothers.Given;
import jp.otodoke.mothers.OrderMother;
import jp.otodoke.mothers.ProductMother;
import jp.otodoke.orders.AdvanceOrder;
import jp.otodoke.orders.OrderReturned;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** A firm that buys on account, played by a test. */
class AccountDesk {
    private final Given given;
    private final SecurePayment secure;
    private final AdvanceOrder advance;
    private final CloseAccounts closeAccounts;
    private final FindStatements statements;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    AccountDesk(
            Given given,
            SecurePayment secure,
            AdvanceOrder advance,
            CloseAccounts closeAccounts,
            FindStatements statements,
            TransactionTemplate transaction,
            ApplicationEventPublisher events) {
        this.given = given;
        this.secure = secure;
        this.advance = advance;
        this.closeAccounts = closeAccounts;
        this.statements = statements;
        this.transaction = transaction;
        this.events = events;
    }

    /** Closed on the twentieth, paid at the end of the next month. */
    CustomerNumber firm(long limit) {
        var customer = given.customer(CustomerMother.unmistakable("商事", CustomerMother.TOKYO, true));
        given.creditTerms(customer, limit, 20);
        return customer;
    }

    /** So many teas of 3,000 yen at 8 %, and 550 yen for shipping at 10 %. */
    OrderNumber ordered(CustomerNumber firm, int teas) {
        return ordered(firm, ProductMother.tea(), teas);
    }

    OrderNumber ordered(CustomerNumber firm, ProductMother product, int quantity) {
        var order = given.order(OrderMother.of(product, quantity).from(firm).by(PaymentMethod.INVOICE));
        secure.secure(order);
        return order;
    }

    OrderNumber shipped(CustomerNumber firm, int teas) {
        var order = ordered(firm, teas);
        ship(order, teas);
        return order;
    }

    void ship(OrderNumber order, int pieces) {
        advance.ship(order, List.of(new AdvanceOrder.Pieces(1, pieces)));
    }

    void takeBack(OrderNumber order, int pieces) {
        transaction.executeWithoutResult(status -> {
            advance.takeBack(order, List.of(new AdvanceOrder.Pieces(1, pieces)));
            events.publishEvent(new OrderReturned(order));
        });
    }

    /** @return the statement that the firm gets */
    Statement.Sheet close(CustomerNumber firm, LocalDate day) {
        var issued = closeAccounts.close(day, firm, "tester");
        return statements.find(issued.get(0)).orElseThrow();
    }

    List<StatementNumber> closeAll(LocalDate day) {
        return closeAccounts.close(day, null, "tester");
    }

    Statement statement(StatementNumber number) {
        return statements.find(number).orElseThrow().statement();
    }
}
