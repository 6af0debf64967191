package jp.otodoke.partners.shop;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.Mistake;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A Shopify order's note. The line {@code お届け希望日: DATE SLOT} is the requested delivery date; everything else was
 * written by a person.
 */
final class ShopifyNote {
    private static final Pattern REQUESTED_DELIVERY = Pattern.compile("(?:お届け|配送|配達)(?:ご)?希望日時?\\s*:\\s*(.*)");
    private static final Pattern HOURS = Pattern.compile("(?:お届け|配送|配達)(?:ご)?(?:希望)?時間帯?\\s*:\\s*(.*)");

    private final Cells cells;
    private final CsvColumn column;
    private final List<String> remarks = new ArrayList<>();
    private @Nullable LocalDate date;
    private @Nullable TimeSlot slot;

    private ShopifyNote(Cells cells, CsvColumn column) {
        this.cells = cells;
        this.column = column;
    }

    static ShopifyNote read(Cells cells, CsvColumn column) {
        var note = new ShopifyNote(cells, column);
        cells.note(column).lines().map(String::strip).filter(l -> !l.isEmpty()).forEach(note::line);
        return note;
    }

    @Nullable
    LocalDate date() {
        return date;
    }

    @Nullable
    TimeSlot slot() {
        return slot;
    }

    @Nullable
    String remark() {
        return TextNormalizer.orNull(String.join("\n", remarks));
    }

    private void line(String line) {
        var request = REQUESTED_DELIVERY.matcher(line);
        var hours = HOURS.matcher(line);
        if (request.matches()) {
            requestedDelivery(request.group(1).strip());
        } else if (hours.matches()) {
            slot(hours.group(1).strip());
        } else {
            remarks.add(line);
        }
    }

    private void requestedDelivery(String text) {
        var words = text.split("[\\s　]+", 3);
        int next = 0;
        if (!text.isEmpty() && !Slots.looksLike(words[0]) && !Slots.none(words[0])) {
            var found = ShopFields.date(words[0].replaceAll("\\(.\\)$", ""));
            if (found.isEmpty()) {
                cells.problem(column, Mistake.INVALID, "not-a-date", words[0]);
            }
            date = found.orElse(null);
            next = 1;
        } else if (words.length > 1 && Slots.none(words[0])) {
            next = 1;
        }
        var rest = String.join("", Arrays.asList(words).subList(next, words.length));
        if (!rest.isEmpty() && (Slots.find(rest).isPresent() || Slots.none(rest))) {
            slot(rest);
            return;
        }
        if (next < words.length && (Slots.looksLike(words[next]) || Slots.none(words[next]))) {
            slot(words[next]);
            next++;
        }
        for (; next < words.length; next++) {
            remarks.add(words[next]);
        }
    }

    private void slot(String text) {
        var found = Slots.find(text);
        if (found.isEmpty() && !Slots.none(text)) {
            cells.problem(column, Mistake.UNKNOWN, "unknown-slot", text);
        }
        slot = found.orElse(null);
    }
}
