package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.LocalDate;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.Address;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/** One destination of an order, with its requested delivery date and time slot. */
@Embeddable
public record OrderDestination(
        @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL) @Column(name = "name") String name,
        @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL) @Column(name = "kana") String kana,
        @Personal(value = Personal.Kind.PHONE, of = Personal.Whose.PARCEL) @Column(name = "phone") String phone,
        @Personal(value = Personal.Kind.ADDRESS, of = Personal.Whose.PARCEL) @Embedded Address address,
        @Column(name = "address_key") String addressKey,
        @Nullable @Column(name = "requested_delivery_date") LocalDate deliveryDate,
        @Nullable @Column(name = "requested_time_slot") String timeSlot,
        @Embedded Packing packing) {

    /** Whether the parcel goes to this person; names are compared without spaces. */
    public boolean isReceivedBy(String person) {
        return isSamePerson(name, person);
    }

    public static boolean isSamePerson(String name, String other) {
        return TextNormalizer.clean(name)
                .replace(" ", "")
                .equals(TextNormalizer.clean(other).replace(" ", ""));
    }

    /** Whether it is a present of this person to somebody else. */
    public boolean isGiftOf(String buyer) {
        return !packing.present().plain() && !isReceivedBy(buyer);
    }

    OrderDestination withoutDate() {
        return new OrderDestination(name, kana, phone, address, addressKey, null, timeSlot, packing);
    }

    static OrderDestination of(
            Recipient recipient, @Nullable LocalDate date, @Nullable TimeSlot slot, Packing packing) {
        return new OrderDestination(
                recipient.name(),
                recipient.kana() == null ? "" : recipient.kana(),
                recipient.phone() == null ? "" : recipient.phone(),
                recipient.address(),
                recipient.address().addressKey(),
                date,
                slot == null ? null : slot.code(),
                packing);
    }
}
