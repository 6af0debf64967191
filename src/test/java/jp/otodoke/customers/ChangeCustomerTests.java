package jp.otodoke.customers;

import static jp.otodoke.mothers.CustomerMother.somebody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jp.otodoke.ModuleTest;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.Refusal;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

@ModuleTest
class ChangeCustomerTests {
    private final RegisterCustomer registerCustomer;
    private final ChangeCustomer changeCustomer;
    private final DeleteCustomer deleteCustomer;
    private final ViewCustomer viewCustomer;
    private final FindCustomer findCustomer;
    private final CustomerChanges changes;
    private final Customers customers;

    @Autowired
    ChangeCustomerTests(
            RegisterCustomer registerCustomer,
            ChangeCustomer changeCustomer,
            DeleteCustomer deleteCustomer,
            ViewCustomer viewCustomer,
            FindCustomer findCustomer,
            CustomerChanges changes,
            Customers customers) {
        this.registerCustomer = registerCustomer;
        this.changeCustomer = changeCustomer;
        this.deleteCustomer = deleteCustomer;
        this.viewCustomer = viewCustomer;
        this.findCustomer = findCustomer;
        this.changes = changes;
        this.customers = customers;
    }

    @Test
    @WithMockUser("hanako")
    void writesDownWhoChangedWhat() {
        var number = registerCustomer.register(somebody());
        var before = viewCustomer.open(number);
        var moved = new NewCustomer(
                before.card().name(),
                before.card().kana(),
                "090-1234-5678",
                before.card().email(),
                null,
                null,
                new Address("100-0002", "東京都", "千代田区", "皇居外苑1-1", ""),
                null);

        changeCustomer.change(number, new CustomerData(moved, CustomerState.ACTIVE, true, "電話は午後"), before.version());

        assertThat(changes.of(number)).extracting(CustomerChange::by).containsOnly("hanako");
        assertThat(changes.of(number))
                .extracting(CustomerChange::field)
                .containsExactlyInAnyOrder(
                        "phone", "address.postalCode", "address.line1", "attention", "attentionNote");
        assertThat(changes.of(number))
                .filteredOn(change -> change.field().equals("address.postalCode"))
                .extracting(CustomerChange::before, CustomerChange::after)
                .containsExactly(Tuple.tuple("1000001", "1000002"));
    }

    @Test
    void nothingChangedIsNothingWritten() {
        var person = somebody();
        var number = registerCustomer.register(person);

        assertThat(changeCustomer.change(number, new CustomerData(person, CustomerState.ACTIVE, false, null), null))
                .isEmpty();

        assertThat(changes.of(number)).isEmpty();
    }

    @Test
    void theSecondOfTwoEditorsIsWarned() {
        var person = somebody();
        var number = registerCustomer.register(person);
        var seen = viewCustomer.open(number).version();
        changeCustomer.change(number, new CustomerData(person, CustomerState.ACTIVE, true, null), seen);

        assertThatThrownBy(() -> changeCustomer.change(
                        number, new CustomerData(person, CustomerState.DORMANT, true, null), seen))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void aMistakenEntryCanBeDeleted() {
        var number = registerCustomer.register(somebody());

        deleteCustomer.delete(number);

        assertThat(findCustomer.find(number)).isEmpty();
    }

    @Test
    void aCustomerWithHistoryStays() {
        var number = registerCustomer.register(somebody());
        CustomerReferences orders = customer -> customer.equals(number);
        var guarded = new DeleteCustomer(customers, List.of(orders));

        assertThatThrownBy(() -> guarded.delete(number))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.kind()).isEqualTo(Refusal.Kind.CONFLICT));

        assertThat(findCustomer.find(number)).isPresent();
    }
}
