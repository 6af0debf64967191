package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.TextNormalizer;

/**
 * How a parcel is packed for one destination: gift options, message card, and notes for the warehouse and the
 * shipping label. Unlike the internal note of an order, it does not trigger a review.
 *
 * @param noshi name of a {@link Noshi}; empty for none
 * @param noshiTitle the inscription above the knot, such as 御歳暮
 * @param noshiName the sender's name below the knot
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

    /** The gift options only; destinations that differ in them are not combined into one parcel. */
    public Packing present() {
        return new Packing(wrap, noshi, noshiTitle, noshiName, messageCard, "", "");
    }

    /**
     * All instructions in one line, since the warehouse file has a single column for them; in Japanese, like the
     * rest of the file.
     */
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
