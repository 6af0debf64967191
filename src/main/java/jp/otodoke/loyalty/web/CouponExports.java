package jp.otodoke.loyalty.web;

import java.util.List;
import jp.otodoke.loyalty.CouponRow;
import jp.otodoke.loyalty.Coupons;
import jp.otodoke.platform.export.Column;
import jp.otodoke.platform.export.Exports;
import jp.otodoke.platform.export.Table;
import jp.otodoke.platform.pages.Formats;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Exports the coupons with what they brought. */
@Controller
class CouponExports {
    private final Coupons coupons;
    private final Exports exports;
    private final List<Column<CouponRow>> columns;

    CouponExports(Coupons coupons, Exports exports, Formats formats) {
        this.coupons = coupons;
        this.exports = exports;
        this.columns = List.of(
                new Column<>("coupon.code", row -> row.terms().code()),
                new Column<>("coupon.name", row -> row.terms().name()),
                new Column<>("coupon.from", row -> row.terms().validFrom()),
                new Column<>("coupon.until", row -> row.terms().validUntil()),
                new Column<>(
                        "coupon.kind",
                        row -> formats.name("coupon.kind", row.terms().kind())),
                new Column<>("coupon.value", row -> row.terms().value()),
                new Column<>("coupon.minimum", row -> row.terms().minimum().amount()),
                new Column<>("coupon.quota", row -> row.terms().quota()),
                new Column<>("coupon.uses", CouponRow::uses),
                new Column<>("coupon.discount", row -> row.discount().amount()),
                new Column<>("coupon.sales", row -> row.sales().amount()),
                new Column<>(
                        "coupon.state",
                        row -> formats.name("status.coupon", row.terms().active() ? "ACTIVE" : "STOPPED")));
    }

    @GetMapping("/coupons/export.csv")
    ResponseEntity<StreamingResponseBody> csv() {
        return exports.csv(table());
    }

    @GetMapping("/coupons/export.xlsx")
    ResponseEntity<StreamingResponseBody> excel() {
        return exports.excel(table());
    }

    private Table<CouponRow> table() {
        return new Table<>("coupons", "", columns, use -> coupons.list(0, Integer.MAX_VALUE)
                .forEach(use));
    }
}
