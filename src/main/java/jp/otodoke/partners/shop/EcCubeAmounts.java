package jp.otodoke.partners.shop;

import static jp.otodoke.partners.shop.EcCubeColumns.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.otodoke.partners.shop.ShopOrder.Amounts;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of an EC-CUBE order: its rows, checked against its totals. By default EC-CUBE writes the prices of goods
 * and discounts without tax and everything else with it; how a shop does it, and how it rounds, follows from the
 * totals.
 */
final class EcCubeAmounts {
    private final Map<CsvColumn, Long> stated = new HashMap<>();
    private final List<EcCubeLine> lines;
    private final long shipping;
    private final long fee;
    private final long points;
    private final Reading reading;
    private final boolean free;

    /** Whether the prices of goods and of discounts include the tax. */
    private record Reading(EcCubeTax goods, EcCubeTax discounts) {
        static final Reading WITH_TAX = new Reading(EcCubeTax.INCLUDED, EcCubeTax.INCLUDED);

        /** A shop usually treats goods and discounts alike, so that this is tried first. */
        static Stream<Reading> all() {
            return Arrays.stream(EcCubeTax.values())
                    .flatMap(goods -> Stream.concat(Stream.of(goods), Arrays.stream(EcCubeTax.values()))
                            .map(discounts -> new Reading(goods, discounts)));
        }
    }

    EcCubeAmounts(Cells head, List<CsvRow> rows, List<Mistake> problems) {
        int before = problems.size();
        // Lines of goods report their own mistakes; a sum over unreadable rows proves nothing.
        List<Mistake> ofGoods = new ArrayList<>();
        lines = rows.stream()
                .map(row -> EcCubeLine.read(row, problems, ofGoods))
                .flatMap(Optional::stream)
                .toList();
        for (var column : List.of(SHIPPING, FEE, DISCOUNT, SUBTOTAL, PAYMENT_TOTAL, TOTAL)) {
            var amount = head.yen(column);
            if (amount != null) {
                stated.put(column, amount);
            }
        }
        shipping = rowsOrHead(EcCubeKind.SHIPPING, SHIPPING);
        fee = rowsOrHead(EcCubeKind.FEE, FEE);
        points = -written(EcCubeKind.POINTS);
        boolean readable = problems.size() == before && ofGoods.isEmpty() && lines.size() == rows.size();
        reading = readable ? reading() : Reading.WITH_TAX;
        if (readable) {
            totals(reading).forEach((column, right) -> {
                if (differs(column, right)) {
                    head.problem(column, Mistake.MISMATCH, "sum", head.row().get(column), String.valueOf(right.get(0)));
                }
            });
        }
        free = readable && problems.size() == before && total(reading) == 0;
    }

    Amounts amounts() {
        return new Amounts(shipping, fee, discount(reading), points, total(reading));
    }

    /** Whether nothing is owed. */
    boolean free() {
        return free;
    }

    /** With tax; null after a mistake. */
    @Nullable
    Long unitPrice(Cells row) {
        var price = row.price(PRICE);
        return price == null ? null : Long.valueOf(reading.goods().priceWithTax(price, EcCubeTax.percent(row.row())));
    }

    private Reading reading() {
        return Reading.all()
                .filter(way -> totals(way).entrySet().stream().noneMatch(e -> differs(e.getKey(), e.getValue())))
                .findFirst()
                .or(() -> Reading.all()
                        .filter(way -> !differs(SUBTOTAL, List.of(goods(way))))
                        .findFirst())
                .orElse(Reading.WITH_TAX);
    }

    /** What the totals of the file may be, the usual first. */
    private Map<CsvColumn, List<Long>> totals(Reading way) {
        Map<CsvColumn, List<Long>> totals = new LinkedHashMap<>();
        totals.put(SHIPPING, List.of(shipping));
        if (has(EcCubeKind.DISCOUNT)) {
            totals.put(DISCOUNT, discounts(way));
        }
        totals.put(SUBTOTAL, List.of(goods(way), written(EcCubeKind.GOODS)));
        long total = total(way);
        totals.put(PAYMENT_TOTAL, List.of(total));
        // In some versions 合計 is before points.
        totals.put(TOTAL, List.of(total, total + points));
        return totals;
    }

    /** With either sign and either way of tax, with points or without; 0 where the shop doesn't fill the column. */
    private List<Long> discounts(Reading way) {
        return Stream.concat(
                        Stream.of(discount(way), -written(EcCubeKind.DISCOUNT))
                                .flatMap(discount -> Stream.of(discount, discount + points))
                                .flatMap(discount -> Stream.of(discount, -discount)),
                        Stream.of(0L))
                .toList();
    }

    private boolean differs(CsvColumn column, List<Long> right) {
        var amount = stated.get(column);
        return amount != null && !right.contains(amount);
    }

    private long goods(Reading way) {
        return sum(EcCubeKind.GOODS, way.goods());
    }

    private long discount(Reading way) {
        if (has(EcCubeKind.DISCOUNT)) {
            return -sum(EcCubeKind.DISCOUNT, way.discounts());
        }
        // Points used may also be counted among the discounts.
        long discount = Math.abs(stated.getOrDefault(DISCOUNT, 0L));
        return discount == points ? 0 : discount;
    }

    private long total(Reading way) {
        // Rows of tax repeat what is in the prices once these are read with tax.
        return goods(way) + shipping + fee - discount(way) - points;
    }

    private long rowsOrHead(EcCubeKind kind, CsvColumn column) {
        return has(kind) ? written(kind) : stated.getOrDefault(column, 0L);
    }

    private boolean has(EcCubeKind kind) {
        return lines.stream().anyMatch(line -> line.kind() == kind);
    }

    private long written(EcCubeKind kind) {
        return sum(kind, EcCubeTax.INCLUDED);
    }

    private long sum(EcCubeKind kind, EcCubeTax tax) {
        return lines.stream()
                .filter(line -> line.kind() == kind)
                .mapToLong(line -> line.amount(tax))
                .sum();
    }
}
