package jp.otodoke.partners.shop;

import java.util.Optional;
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

    static EcCubeState of(CsvRow row) {
        var state = of(row.get(EcCubeColumns.STATUS_ID), row.get(EcCubeColumns.STATUS));
        return state == OPEN && !row.get(EcCubeColumns.PAID_AT).isEmpty() ? PAID : state;
    }

    /** The numbers are EC-CUBE's own; shops rename states and add others. */
    private static EcCubeState of(String id, String name) {
        if (id.equals("3") || name.contains("取消") || name.contains("取り消") || name.contains("キャンセル")) {
            return CANCELLED;
        }
        if (id.equals("5") || name.contains("発送済")) {
            return SHIPPED;
        }
        if (id.equals("9") || name.equals("返品")) {
            return RETURNED;
        }
        if (id.equals("7") || id.equals("8") || name.equals("決済処理中") || name.equals("購入処理中")) {
            return UNFINISHED;
        }
        return id.equals("6") || name.equals("入金済み") ? PAID : OPEN;
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
