package jp.otodoke.loyalty.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.loyalty.Coupon;
import jp.otodoke.loyalty.CouponKind;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CalendarRange;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Sku;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;

/**
 * The form of a new coupon, as typed.
 *
 * @param skus separated by spaces or commas
 */
record CouponForm(
        @Nullable String code,
        @Nullable String name,
        @Nullable String from,
        @Nullable String until,
        @Nullable CouponKind kind,
        @Nullable String value,
        @Nullable String minimum,
        @Nullable String quota,
        @Nullable String perCustomer,
        @Nullable Boolean firstPurchase,
        @Nullable String skus) {
    static final CouponForm EMPTY =
            new CouponForm(null, null, null, null, CouponKind.AMOUNT, null, null, null, null, null, null);

    static CouponForm of(Coupon terms) {
        return new CouponForm(
                terms.code(),
                terms.name(),
                terms.validFrom().toString(),
                terms.validUntil().toString(),
                terms.kind(),
                String.valueOf(terms.value()),
                String.valueOf(terms.minimum().amount()),
                text(terms.quota()),
                text(terms.perCustomer()),
                terms.firstPurchase(),
                terms.skus().stream().map(Sku::value).sorted().collect(Collectors.joining(" ")));
    }

    private static @Nullable String text(@Nullable Integer number) {
        return number == null ? null : number.toString();
    }

    CouponForm withCode(String known) {
        return new CouponForm(known, name, from, until, kind, value, minimum, quota, perCustomer, firstPurchase, skus);
    }

    /** @throws InvalidInput naming what can't be read */
    Coupon read() {
        return read(true);
    }

    /** @throws InvalidInput naming what can't be read */
    Coupon read(boolean active) {
        var problems = new ArrayList<FieldProblem>();
        var first = day("validFrom", from, problems);
        var last = day("validUntil", until, problems);
        var amount = number("value", value, problems);
        var least = number("minimum", minimum, problems);
        var most = number("quota", quota, problems);
        var each = number("perCustomer", perCustomer, problems);
        if (first == null || last == null || amount == null || !problems.isEmpty()) {
            if (amount == null && TextNormalizer.blank(value)) {
                problems.add(problem("value"));
            }
            throw new InvalidInput(problems);
        }
        return new Coupon(
                TextNormalizer.clean(code),
                TextNormalizer.clean(name),
                first,
                last,
                kind == null ? CouponKind.AMOUNT : kind,
                amount,
                Yen.of(least == null ? 0 : least),
                most,
                each,
                Boolean.TRUE.equals(firstPurchase),
                active,
                products());
    }

    private Set<Sku> products() {
        return Arrays.stream(TextNormalizer.clean(skus).split("[\\s,]+"))
                .filter(sku -> !sku.isEmpty())
                .map(Sku::of)
                .collect(Collectors.toSet());
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed, List<FieldProblem> problems) {
        try {
            if (!TextNormalizer.blank(typed)) {
                return CalendarRange.day(typed);
            }
        } catch (DateTimeException noDay) {
            // told below
        }
        problems.add(problem(field));
        return null;
    }

    private static @Nullable Integer number(String field, @Nullable String typed, List<FieldProblem> problems) {
        var digits = TextNormalizer.clean(typed).replaceAll("[\\p{Sc}\\\\,]|\\D$", "");
        if (digits.isEmpty()) {
            return null;
        }
        if (!digits.matches("\\d{1,7}")) {
            problems.add(problem(field));
            return null;
        }
        return Integer.valueOf(digits);
    }

    private static FieldProblem problem(String field) {
        return new FieldProblem(field, "invalid", BilingualText.of("coupon.form.problem." + field + ".invalid"));
    }
}
