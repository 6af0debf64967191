package jp.otodoke.partners.shop;

import static jp.otodoke.partners.shop.EcCubeColumns.*;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.otodoke.platform.csv.CsvRow;
import jp.otodoke.platform.csv.Mistake;

/** A row of an EC-CUBE order as an amount. */
record EcCubeLine(EcCubeKind kind, long price, int quantity, int percent) {
    /**
     * Empty for an unknown kind.
     *
     * @param ofGoods the mistakes of goods, which are reported with the item
     */
    static Optional<EcCubeLine> read(CsvRow row, List<Mistake> problems, List<Mistake> ofGoods) {
        return EcCubeKind.of(row).map(kind -> {
            boolean goods = kind == EcCubeKind.GOODS;
            var cells = new Cells(row, goods ? ofGoods : problems);
            long price = goods ? Objects.requireNonNullElse(cells.price(PRICE), 0L) : cells.yenOrZero(PRICE);
            return new EcCubeLine(kind, price, cells.quantity(QUANTITY), EcCubeTax.percent(row));
        });
    }

    long amount(EcCubeTax tax) {
        return tax.priceWithTax(price, percent) * quantity;
    }
}
