package jp.otodoke.partners.shop;

import static jp.otodoke.partners.shop.EcCubeColumns.*;

import java.util.ArrayList;
import java.util.List;
import jp.otodoke.partners.shop.ShopOrder.Amounts;
import jp.otodoke.platform.csv.CsvColumn;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;

/** The amounts of an EC-CUBE order: its charge rows, checked against its totals. */
final class EcCubeAmounts {
    private EcCubeAmounts() {}

    static Amounts read(Cells head, List<CsvRow> rows, List<Mistake> problems) {
        int before = problems.size();
        // Lines of goods report their own mistakes; a sum over unreadable rows proves nothing.
        List<Mistake> ofGoods = new ArrayList<>();
        long goods = sum(rows, EcCubeKind.GOODS, ofGoods);
        long shipping = shipping(head, rows, problems);
        long fee = fee(head, rows, problems);
        long points = -sum(rows, EcCubeKind.POINTS, problems);
        long discount = discount(head, rows, points, problems);
        long taxOnTop = sum(rows, EcCubeKind.TAX, problems);
        long total = goods + shipping + fee - discount - points + taxOnTop;
        if (problems.size() == before && ofGoods.isEmpty() && allKnown(rows)) {
            same(head, SUBTOTAL, goods);
            if (head.row().header().has(PAYMENT_TOTAL)) {
                same(head, PAYMENT_TOTAL, total);
            }
            // In some versions 合計 is before points.
            if (head.yenOrZero(TOTAL) != total + points) {
                same(head, TOTAL, total);
            }
        }
        return new Amounts(shipping, fee, discount, points, total);
    }

    private static boolean allKnown(List<CsvRow> rows) {
        return rows.stream().allMatch(row -> EcCubeKind.of(row).isPresent());
    }

    private static long fee(Cells head, List<CsvRow> rows, List<Mistake> problems) {
        return none(rows, EcCubeKind.FEE) ? head.yenOrZero(FEE) : sum(rows, EcCubeKind.FEE, problems);
    }

    private static long shipping(Cells head, List<CsvRow> rows, List<Mistake> problems) {
        if (none(rows, EcCubeKind.SHIPPING)) {
            return head.yenOrZero(SHIPPING);
        }
        long shipping = sum(rows, EcCubeKind.SHIPPING, problems);
        same(head, SHIPPING, shipping);
        return shipping;
    }

    private static long discount(Cells head, List<CsvRow> rows, long points, List<Mistake> problems) {
        long stated = Math.abs(head.yenOrZero(DISCOUNT));
        if (none(rows, EcCubeKind.DISCOUNT)) {
            // Points used may also be counted among the discounts.
            return stated == points ? 0 : stated;
        }
        long discount = -sum(rows, EcCubeKind.DISCOUNT, problems);
        if (stated != 0 && stated != discount && stated != discount + points) {
            differs(head, DISCOUNT, discount);
        }
        return discount;
    }

    private static boolean none(List<CsvRow> rows, EcCubeKind kind) {
        return rows.stream().noneMatch(row -> is(row, kind));
    }

    private static boolean is(CsvRow row, EcCubeKind kind) {
        return EcCubeKind.of(row).filter(k -> k == kind).isPresent();
    }

    private static long sum(List<CsvRow> rows, EcCubeKind kind, List<Mistake> problems) {
        return rows.stream()
                .filter(row -> is(row, kind))
                .map(row -> new Cells(row, problems))
                .mapToLong(row -> kind == EcCubeKind.GOODS
                        ? row.amount(PRICE, QUANTITY)
                        : row.yenOrZero(PRICE) * row.quantity(QUANTITY))
                .sum();
    }

    private static void same(Cells head, CsvColumn column, long expected) {
        if (head.row().header().has(column)) {
            var stated = head.yen(column);
            if (stated != null && stated != expected) {
                differs(head, column, expected);
            }
        }
    }

    private static void differs(Cells head, CsvColumn column, long expected) {
        head.problem(column, Mistake.MISMATCH, "sum", head.row().get(column), String.valueOf(expected));
    }
}
