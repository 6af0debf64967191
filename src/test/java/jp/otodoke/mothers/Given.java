package jp.otodoke.mothers;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import jp.otodoke.EngineJobs;
import jp.otodoke.catalog.SaveProduct;
import jp.otodoke.customers.ChangeCustomer;
import jp.otodoke.customers.CustomerData;
import jp.otodoke.customers.NewCustomer;
import jp.otodoke.customers.RegisterCustomer;
import jp.otodoke.customers.ViewCustomer;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.RecordAcknowledgements;
import jp.otodoke.fulfilment.RecordShipResults;
import jp.otodoke.fulfilment.ReleaseWave;
import jp.otodoke.fulfilment.RequestOrderCancel;
import jp.otodoke.fulfilment.ShipResult.ResultLine;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.inventory.ReceiveStock;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.orders.NewOrder;
import jp.otodoke.orders.PaymentMethod;
import jp.otodoke.orders.PlaceOrder;
import jp.otodoke.orders.Preparation;
import jp.otodoke.payments.ChangeCreditTerms;
import jp.otodoke.payments.CreditTerms;
import jp.otodoke.payments.NewDeposit;
import jp.otodoke.payments.RecordDeposits;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.ManageStaff;
import jp.otodoke.staff.Role;
import jp.otodoke.staff.StaffUsers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings about what a test starts from, through the modules' own use cases. They are looked up when they are needed, so
 * that it serves in the context of a single module as well as in the whole application.
 */
@TestComponent
@Import({Corrupt.class, Elapsed.class, TaskMother.class})
public class Given {
    private final BeanFactory beans;
    private final Preparation preparation;

    @Autowired
    Given(BeanFactory beans) {
        this(beans, Preparation.LATER);
    }

    private Given(BeanFactory beans, Preparation preparation) {
        this.beans = beans;
        this.preparation = preparation;
    }

    /** The same, with orders that are prepared in the transaction that places them. */
    public Given preparingAtOnce() {
        return new Given(beans, Preparation.NOW);
    }

    /** The same, with orders that are prepared, while their processes are queued. */
    public Given queueingProcesses() {
        return new Given(beans, Preparation.QUEUED);
    }

    /** A product in the catalogue; one that is there already becomes as described. */
    public String product(ProductMother product) {
        the(SaveProduct.class).save(product.data());
        return product.sku();
    }

    public String product(ProductMother product, int stock) {
        var sku = product(product);
        if (stock > 0) {
            stock(sku, stock);
        }
        return sku;
    }

    /** So many pieces more on the shelf. */
    public void stock(String sku, int pieces) {
        stock(sku, Warehouse.MAIN, pieces);
    }

    /** So many pieces more in this warehouse. */
    public void stock(String sku, Warehouse warehouse, int pieces) {
        the(ReceiveStock.class)
                .receive(Sku.of(sku), warehouse, pieces, UUID.randomUUID().toString());
    }

    public CustomerNumber customer(NewCustomer customer) {
        return the(RegisterCustomer.class).register(customer);
    }

    /** What delivery costs anywhere, and what cash on delivery costs, from a day on. */
    public void tariff(LocalDate from, long shipping, long cashOnDelivery) {
        transaction(() -> {
            var jdbc = the(JdbcClient.class);
            jdbc.sql("insert into shipping_fee (prefecture, valid_from, amount) values ('', ?, ?)")
                    .params(from, shipping)
                    .update();
            return jdbc.sql("insert into cod_fee (valid_from, below, amount) values (?, null, ?)")
                    .params(from, cashOnDelivery)
                    .update();
        });
    }

    /** @return the rule's code */
    public String insertRule(InsertMother rule) {
        return transaction(() -> rule.enter(the(JdbcClient.class)));
    }

    /** A customer whom staff have marked. */
    public void attention(CustomerNumber customer, @Nullable String note) {
        var known = the(ViewCustomer.class).open(customer).data();
        the(ChangeCustomer.class).change(customer, new CustomerData(known.customer(), known.state(), true, note), null);
    }

    public void renamed(CustomerNumber customer, String name) {
        var known = the(ViewCustomer.class).open(customer).data();
        var was = known.customer();
        var now = new NewCustomer(
                name, was.kana(), was.phone(), was.email(), was.birthDate(), was.sex(), was.address(), was.mediaCode());
        the(ChangeCustomer.class)
                .change(customer, new CustomerData(now, known.state(), known.attention(), known.attentionNote()), null);
    }

    public void staff(String username, String name, Role role) {
        if (the(StaffUsers.class).find(username).isEmpty()) {
            the(ManageStaff.class).register(username, name, List.of(role));
        }
    }

    /** Somebody who has left; an administrator remains. */
    public void formerStaff(String username, Role role) {
        if (the(StaffUsers.class).all().stream()
                .noneMatch(user -> user.active() && user.roles().contains(Role.ADMIN))) {
            staff("remaining-admin", "管理 一郎", Role.ADMIN);
        }
        staff(username, username, role);
        if (the(StaffUsers.class).find(username).orElseThrow().active()) {
            the(ManageStaff.class).change(username, username, List.of(role), false);
        }
    }

    /** Taken in; its process has not begun to move, unless orders are prepared at once. */
    public OrderNumber order(OrderMother order) {
        order.products().forEach(this::product);
        return the(PlaceOrder.class)
                .place(onAccount(order.build(), order), preparation)
                .orderNumber();
    }

    /** Who is new and buys on account has agreed on that before. */
    private NewOrder onAccount(NewOrder asked, OrderMother order) {
        if (asked.payment().method() != PaymentMethod.INVOICE
                || !(asked.buyer() instanceof NewOrder.Person person)
                || beans.getBeanProvider(ChangeCreditTerms.class).stream()
                        .findAny()
                        .isEmpty()) {
            return asked;
        }
        var customer = customer(person.customer());
        creditTerms(customer, 5_000_000, 31);
        return order.from(customer).build();
    }

    /** A customer who buys on account and pays at the end of the month after the closing. */
    public void creditTerms(CustomerNumber customer, long limit, int closingDay) {
        the(ChangeCreditTerms.class)
                .change(customer, CreditTerms.payingAtTheEndOfTheNextMonth(Yen.of(limit), closingDay));
    }

    /** Its process has gone as far as it goes by itself. */
    public OrderNumber orderUnderway(OrderMother order) {
        var number = order(order);
        the(EngineJobs.class).run(number);
        return number;
    }

    /** All of an order that has not left, as the customer wishes. */
    public void orderCancelled(OrderNumber order) {
        the(RequestOrderCancel.class).request(order, "お客様のご都合", "tester");
        the(EngineJobs.class).run(order);
    }

    /** Everything that is due is instructed to the warehouse. */
    public OrderNumber orderDispatched(OrderMother order) {
        var number = orderUnderway(order);
        wave();
        return number;
    }

    public OrderNumber orderAccepted(OrderMother order) {
        var number = orderDispatched(order);
        shipments(number).forEach(shipment -> accept(shipment.number()));
        return number;
    }

    public OrderNumber orderShipped(OrderMother order) {
        var number = orderAccepted(order);
        shipments(number).forEach(shipment -> ship(shipment.number()));
        return number;
    }

    public void wave() {
        var wave = the(ReleaseWave.class);
        while (wave.more()) {
            wave.release();
        }
    }

    /** The warehouse takes the instruction. */
    public void accept(ShipmentNumber shipment) {
        the(RecordAcknowledgements.class).record(List.of(ShipmentMother.accepted(shipment)));
        follow(shipment);
    }

    /** Everything that was instructed leaves. */
    public void ship(ShipmentNumber shipment) {
        shipAtMost(shipment, Integer.MAX_VALUE);
    }

    /** Of each line at most so many pieces leave, and nothing follows. */
    public void shipAtMost(ShipmentNumber shipment, int pieces) {
        var lines = leaving(shipment, pieces);
        the(RecordShipResults.class)
                .record(List.of(ShipmentMother.shipped(
                        shipment, lines, the(BusinessClock.class).instant())));
        follow(shipment);
    }

    /** Runs what is due for a shipment and for the orders in it. */
    public void follow(ShipmentNumber shipment) {
        var jobs = the(EngineJobs.class);
        jobs.run(shipment.value());
        jobs.run(orders(shipment));
    }

    public List<Shipment> shipments(OrderNumber order) {
        return the(FindShipment.class).ofOrder(order);
    }

    public void deposit(NewDeposit... reported) {
        the(RecordDeposits.class).record("bank.txt", List.of(reported));
    }

    /** Of each line of the shipment at most so many pieces. */
    public List<ResultLine> leaving(ShipmentNumber shipment, int pieces) {
        return transaction(() -> ShipmentMother.atMost(
                pieces, the(FindShipment.class).get(shipment).lines()));
    }

    private Object[] orders(ShipmentNumber shipment) {
        return transaction(
                () -> the(FindShipment.class).get(shipment).orderNumbers().toArray());
    }

    private <T> T transaction(Supplier<T> work) {
        return Objects.requireNonNull(the(TransactionTemplate.class).execute(status -> work.get()));
    }

    private <T> T the(Class<T> useCase) {
        return beans.getBean(useCase);
    }
}
