package jp.otodoke.loyalty.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.otodoke.loyalty.AddPointRate;
import jp.otodoke.loyalty.EndPointRate;
import jp.otodoke.loyalty.PointRate;
import jp.otodoke.loyalty.PointRates;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Rates of points for other programs. */
@RestController
@RequestMapping("/api/v1/point-rates")
class PointRatesApi {
    private static final int MONTHS = 12;

    private final PointRates rates;
    private final AddPointRate addPointRate;
    private final EndPointRate endPointRate;

    PointRatesApi(PointRates rates, AddPointRate addPointRate, EndPointRate endPointRate) {
        this.rates = rates;
        this.addPointRate = addPointRate;
        this.endPointRate = endPointRate;
    }

    /** The newest first. */
    @GetMapping
    Paged<Body> list(PageQuery page) {
        var all = rates.all();
        return Paged.of(
                all.stream()
                        .skip(page.offset())
                        .limit(page.size())
                        .map(Body::of)
                        .toList(),
                page,
                all.size());
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        return rates.find(id).map(Body::of).orElseThrow(() -> Refusal.notFound("points.rate.not-found", id));
    }

    /** 409 if a rate for the same goods holds on one of its days. */
    @PostMapping
    ResponseEntity<Body> add(@RequestBody Asked asked) {
        long id = addPointRate.add(asked.read());
        return ResponseEntity.created(URI.create("/api/v1/point-rates/" + id)).body(show(id));
    }

    /** Gives it an earlier last day; nothing else of a rate changes. */
    @PatchMapping("/{id}")
    Body end(@PathVariable long id, @RequestBody End end) {
        endPointRate.end(id, end.validUntil());
        return show(id);
    }

    record End(@Nullable LocalDate validUntil) {}

    record Asked(
            @Nullable String name,
            @Nullable String group,
            @Nullable Integer perMille,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            @Nullable Integer validMonths) {
        PointRate read() {
            var missing = new ArrayList<FieldProblem>();
            var rate = required("perMille", perMille, missing);
            var from = required("validFrom", validFrom, missing);
            if (rate == null || from == null) {
                throw new InvalidInput(missing);
            }
            return new PointRate(
                    0,
                    name == null ? "" : name,
                    group,
                    rate,
                    from,
                    validUntil,
                    validMonths == null ? MONTHS : validMonths);
        }

        private static <T> @Nullable T required(String field, @Nullable T value, List<FieldProblem> missing) {
            if (value == null) {
                missing.add(new FieldProblem(field, "required", BilingualText.of("coupon.form.problem.required")));
            }
            return value;
        }
    }

    /** @param group null for all goods */
    record Body(
            long id,
            String name,
            @Nullable String group,
            int perMille,
            LocalDate validFrom,
            @Nullable LocalDate validUntil,
            int validMonths) {
        static Body of(PointRate rate) {
            return new Body(
                    rate.id(),
                    rate.name(),
                    rate.group(),
                    rate.perMille(),
                    rate.validFrom(),
                    rate.validUntil(),
                    rate.validMonths());
        }
    }
}
