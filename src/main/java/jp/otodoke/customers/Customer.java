package jp.otodoke.customers;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.CustomerNumber;
import org.jspecify.annotations.Nullable;

/** A person; knows what changed when the data is replaced, so that no change goes unrecorded. */
@Entity
@Table(name = "customer")
class Customer {
    @Id
    private CustomerNumber number;

    @Version
    private @Nullable Long version;

    private String name;
    private @Nullable String kana;
    private @Nullable String phone;
    private @Nullable String email;
    private @Nullable LocalDate birthDate;
    private @Nullable String sex;

    @Embedded
    private Address address;

    private @Nullable String mediaCode;

    @Enumerated(EnumType.STRING)
    private CustomerState state = CustomerState.ACTIVE;

    private boolean attention;
    private @Nullable String attentionNote;
    private Instant registeredAt;

    private String nameKey;
    private String kanaKey;
    private String phoneKey;
    private String emailKey;
    private String addressKey;

    protected Customer() {} // for JPA

    Customer(CustomerNumber number, NewCustomer data, Instant registeredAt) {
        this.number = number;
        this.registeredAt = registeredAt;
        fill(data);
    }

    /** @return every difference, in the order of the form */
    List<FieldChange> change(CustomerData data) {
        var changes = new Changes();
        changes.note("name", name, data.customer().name());
        changes.note("kana", kana, data.customer().kana());
        changes.note("phone", phone, data.customer().phone());
        changes.note("email", email, data.customer().email());
        changes.note("birthDate", birthDate, data.customer().birthDate());
        changes.note("sex", sex, data.customer().sex());
        var to = data.customer().address();
        changes.note("address.postalCode", address.postalCode(), to.postalCode());
        changes.note("address.prefecture", address.prefecture(), to.prefecture());
        changes.note("address.city", address.city(), to.city());
        changes.note("address.line1", address.line1(), to.line1());
        changes.note("address.line2", address.line2(), to.line2());
        changes.note("mediaCode", mediaCode, data.customer().mediaCode());
        changes.note("state", state, data.state());
        changes.note("attention", attention, data.attention());
        changes.note("attentionNote", attentionNote, data.attentionNote());
        fill(data.customer());
        state = data.state();
        attention = data.attention();
        attentionNote = data.attentionNote();
        return changes.list;
    }

    CustomerData data() {
        return new CustomerData(
                new NewCustomer(name, kana, phone, email, birthDate, sex, address, mediaCode),
                state,
                attention,
                attentionNote);
    }

    CustomerSummary card() {
        return new CustomerSummary(
                number, name, kana, phone, email, birthDate, sex, address, state, attention, attentionNote);
    }

    CustomerRecord file() {
        return new CustomerRecord(card(), mediaCode, registeredAt, version());
    }

    CustomerNumber number() {
        return number;
    }

    boolean dormant() {
        return state == CustomerState.DORMANT;
    }

    long version() {
        return version == null ? 0 : version;
    }

    private void fill(NewCustomer data) {
        name = data.name();
        kana = data.kana();
        phone = data.phone();
        email = data.email();
        birthDate = data.birthDate();
        sex = data.sex();
        address = data.address();
        mediaCode = data.mediaCode();
        nameKey = SearchKeys.name(name);
        kanaKey = SearchKeys.kana(kana);
        phoneKey = SearchKeys.phone(phone);
        emailKey = SearchKeys.email(email);
        addressKey = address.addressKey();
    }

    private static final class Changes {
        private final List<FieldChange> list = new ArrayList<>();

        void note(String field, @Nullable Object before, @Nullable Object after) {
            if (!Objects.equals(text(before), text(after))) {
                list.add(new FieldChange(field, text(before), text(after)));
            }
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }
    }
}
