package jp.otodoke.partners.shop;

import java.util.Arrays;
import java.util.Optional;
import jp.otodoke.platform.csv.CsvRow;

/** 明細区分: what a row of an EC-CUBE order is about. */
enum EcCubeKind {
    GOODS("1", "商品"),
    SHIPPING("2", "送料"),
    FEE("3", "手数料"),
    DISCOUNT("4", "割引"),
    TAX("5", "税"),
    POINTS("6", "ポイント");

    private final String id;
    private final String label;

    EcCubeKind(String id, String label) {
        this.id = id;
        this.label = label;
    }

    /** Empty for an unknown kind. */
    static Optional<EcCubeKind> of(CsvRow row) {
        var id = row.get(EcCubeColumns.KIND_ID);
        var name = row.get(EcCubeColumns.KIND);
        return Arrays.stream(values())
                .filter(kind -> id.isEmpty() ? kind.named(name) : kind.id.equals(id))
                .findFirst();
    }

    private boolean named(String name) {
        return name.equals(label) || name.equals(id) || this == DISCOUNT && name.equals("値引き");
    }
}
