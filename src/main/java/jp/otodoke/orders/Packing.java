package jp.otodoke.orders;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import jp.otodoke.platform.personal.Personal;
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

    /** One line for the warehouse, whose files have a single column for all of it. */
    public String instruction() {
        var parts = new ArrayList<String>();
        add(parts, "倉庫", warehouseNote);
        add(parts, "送り状", slipNote);
        if (wrap) {
            parts.add("【包装】あり");
        }
        if (!noshi.isEmpty()) {
            add(parts, "のし", knot() + named(" 表書き「", noshiTitle) + named(" 名入れ「", noshiName));
        }
        add(parts, "カード", messageCard);
        return String.join(" ", parts);
    }

    private String knot() {
        return switch (Noshi.valueOf(noshi)) {
            case RED_WHITE_BOW -> "紅白蝶結び";
            case RED_WHITE_KNOT -> "紅白結び切り";
            case BLACK_WHITE_KNOT -> "黒白結び切り";
            case YELLOW_WHITE_KNOT -> "黄白結び切り";
            case PLAIN -> "無地のし";
        };
    }

    private static void add(ArrayList<String> parts, String title, String text) {
        if (!text.isEmpty()) {
            parts.add("【" + title + "】" + text.replaceAll("\\s+", " "));
        }
    }

    private static String named(String before, String text) {
        return text.isEmpty() ? "" : before + text + "」";
    }
}
