package jp.otodoke.partners.shop;

import java.util.Optional;
import java.util.regex.Pattern;
import jp.otodoke.platform.csv.CsvRow;
import org.jspecify.annotations.Nullable;

/** 対応状況: the shop's processing status of an order, as far as it matters here. */
enum EcCubeState {
    OPEN,
    PAID,
    CANCELLED,
    SHIPPED,
    RETURNED,
    UNFINISHED;

    private static final Pattern CANCELLED_NAME = Pattern.compile("取り?消|キャンセル|(?i:cancel)");
    private static final Pattern SHIPPED_NAME = Pattern.compile("(?:発送|出荷|配送|配達|お届け)(?:済|完了)");
    private static final Pattern PAID_NAME = Pattern.compile("(?<!一部|未)(?:入金|決済|支払い?)(?:確認)?(?:済|完了)");

    static EcCubeState of(CsvRow row) {
        var state = of(row.get(EcCubeColumns.STATUS_ID), row.get(EcCubeColumns.STATUS));
        return state == OPEN && !row.get(EcCubeColumns.PAID_AT).isEmpty() ? PAID : state;
    }

    /** The numbers are EC-CUBE's own; shops rename states and add others. */
    private static EcCubeState of(String id, String name) {
        if (id.equals("3") || CANCELLED_NAME.matcher(name).find()) {
            return CANCELLED;
        }
        if (id.equals("5") || SHIPPED_NAME.matcher(name).find()) {
            return SHIPPED;
        }
        if (id.equals("9") || name.contains("返品")) {
            return RETURNED;
        }
        if (id.equals("7") || id.equals("8") || name.equals("決済処理中") || name.equals("購入処理中")) {
            return UNFINISHED;
        }
        return id.equals("6") || PAID_NAME.matcher(name).find() ? PAID : OPEN;
    }

    /** What the state says about an order that was imported before. */
    ShopStatus.@Nullable Reversal reversal() {
        return switch (this) {
            case CANCELLED -> ShopStatus.Reversal.CANCELLED;
            case RETURNED -> ShopStatus.Reversal.RETURNED;
            case OPEN, PAID, SHIPPED, UNFINISHED -> null;
        };
    }

    /** Why such an order is not imported, if so. */
    Optional<String> refusal() {
        return switch (this) {
            case OPEN, PAID -> Optional.empty();
            case CANCELLED -> Optional.of("cancelled");
            case SHIPPED -> Optional.of("already-shipped");
            case RETURNED -> Optional.of("returned");
            case UNFINISHED -> Optional.of("unfinished");
        };
    }
}
