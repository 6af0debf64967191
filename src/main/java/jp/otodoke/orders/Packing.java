package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.TextNormalizer;

/**
 * How the customer wants the parcel for one door: as a present, with a card, with words for the warehouse or on
 * the slip. The internal remark of an order is another thing; it leads to a review.
 *
 * @param noshi name of a {@link Noshi}, empty for none
 * @param noshiTitle what is written above the knot, such as 御歳暮
 * @param noshiName who gives, below the knot
 */
@Embeddable
public record Packing(
        @Column(name = "gift_wrap") boolean wrap,
        @Column(name = "noshi") String noshi,
        @Column(name = "noshi_title") String noshiTitle,
        @Personal(value = Personal.Kind.NAME, of = Personal.Whose.PARCEL) @Column(name = "noshi_name") String noshiName,
        @Personal(value = Personal.Kind.TEXT, of = Personal.Whose.PARCEL) @Column(name = "message_card")
                String messageCard,
        @Personal(value = Personal.Kind.TEXT, of = Personal.Whose.PARCEL) @Column(name = "warehouse_note")
                String warehouseNote,
        @Personal(value = Personal.Kind.TEXT, of = Personal.Whose.PARCEL) @Column(name = "slip_note") String slipNote) {
    public static final Packing PLAIN = new Packing(false, "", "", "", "", "", "");

    public Packing {
        noshi = TextNormalizer.clean(noshi);
        noshiTitle = TextNormalizer.clean(noshiTitle);
        noshiName = TextNormalizer.clean(noshiName);
        messageCard = TextNormalizer.clean(messageCard);
        warehouseNote = TextNormalizer.clean(warehouseNote);
        slipNote = TextNormalizer.clean(slipNote);
    }

    public boolean plain() {
        return equals(PLAIN);
    }

    /** What makes it a present; parcels that differ in this are not put together. */
    public Packing present() {
        return new Packing(wrap, noshi, noshiTitle, noshiName, messageCard, "", "");
    }

    /** One line for the warehouse, whose files have a single column for all of it; in Japanese, as all that it reads. */
    public String instruction() {
        var parts = new ArrayList<BilingualText>();
        add(parts, "packing.instruction.warehouse", warehouseNote);
        add(parts, "packing.instruction.slip", slipNote);
        if (wrap) {
            parts.add(BilingualText.of("packing.instruction.wrap"));
        }
        if (!noshi.isEmpty()) {
            var onIt = new ArrayList<BilingualText>();
            onIt.add(BilingualText.of("noshi." + Noshi.valueOf(noshi)));
            add(onIt, "packing.instruction.noshi.title", noshiTitle);
            add(onIt, "packing.instruction.noshi.name", noshiName);
            parts.add(BilingualText.of("packing.instruction.noshi", BilingualText.joined(" ", onIt)));
        }
        add(parts, "packing.instruction.card", messageCard);
        return BilingualText.joined(" ", parts).japanese();
    }

    private static void add(List<BilingualText> parts, String key, String text) {
        if (!text.isEmpty()) {
            parts.add(BilingualText.of(key, text.replaceAll("\\s+", " ")));
        }
    }
}
