package jp.otodoke.loyalty.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.loyalty.Coupon;
import jp.otodoke.loyalty.CouponKind;
import jp.otodoke.loyalty.CouponRow;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as other programs see and write it.
 *
 * @param from the first day
 * @param until the last day
 * @param value yen or per cent of the goods, by kind
 * @param uses orders that use it; this, {@code discount} and {@code sales} are not written
 */
record CouponJson(
        @Schema(example = "WELCOME500") @Nullable String code,
        @Nullable String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable CouponKind kind,
        @Nullable Integer value,
        @Nullable Long minimum,
        @Nullable Integer quota,
        @Nullable Integer perCustomer,
        @Nullable Boolean firstPurchase,
        @Nullable Boolean active,
        @Nullable List<String> skus,
        @Nullable Long uses,
        @Nullable Long discount,
        @Nullable Long sales) {
    static CouponJson of(CouponRow row) {
        var terms = row.terms();
        return new CouponJson(
                terms.code(),
                terms.name(),
                terms.validFrom(),
                terms.validUntil(),
                terms.kind(),
                terms.value(),
                terms.minimum().amount(),
                terms.quota(),
                terms.perCustomer(),
                terms.firstPurchase(),
                terms.active(),
                terms.skus().stream().map(Sku::value).sorted().toList(),
                row.uses(),
                row.discount().amount(),
                row.sales().amount());
    }

    CouponJson withCode(String known) {
        return new CouponJson(
                known,
                name,
                from,
                until,
                kind,
                value,
                minimum,
                quota,
                perCustomer,
                firstPurchase,
                active,
                skus,
                uses,
                discount,
                sales);
    }

    /** @throws InvalidInput naming what is missing */
    Coupon read() {
        var missing = new ArrayList<FieldProblem>();
        var first = required(from, "from", missing);
        var last = required(until, "until", missing);
        var how = required(kind, "kind", missing);
        var much = required(value, "value", missing);
        if (TextNormalizer.blank(code)) {
            required(null, "code", missing);
        }
        if (TextNormalizer.blank(name)) {
            required(null, "name", missing);
        }
        if (first == null || last == null || how == null || much == null || !missing.isEmpty()) {
            throw new InvalidInput(missing);
        }
        return new Coupon(
                TextNormalizer.clean(code),
                TextNormalizer.clean(name),
                CalendarRange.within(first),
                CalendarRange.within(last),
                how,
                much,
                Yen.of(Objects.requireNonNullElse(minimum, 0L)),
                quota,
                perCustomer,
                Boolean.TRUE.equals(firstPurchase),
                !Boolean.FALSE.equals(active),
                products());
    }

    private Set<Sku> products() {
        return Objects.requireNonNullElse(skus, List.<String>of()).stream()
                .map(TextNormalizer::clean)
                .filter(sku -> !sku.isEmpty())
                .map(Sku::of)
                .collect(Collectors.toSet());
    }

    private static <T> @Nullable T required(@Nullable T given, String field, List<FieldProblem> missing) {
        if (given == null) {
            missing.add(new FieldProblem(field, "required", BilingualText.of("coupon.form.problem.required")));
        }
        return given;
    }
}
