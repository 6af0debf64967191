package jp.otodoke.loyalty.web;

import java.net.URI;
import jp.otodoke.loyalty.AddCoupon;
import jp.otodoke.loyalty.ChangeCoupon;
import jp.otodoke.loyalty.Coupons;
import jp.otodoke.loyalty.SwitchCoupon;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Coupons for other programs. */
@RestController
@RequestMapping("/api/v1/coupons")
class CouponsApi {
    private final Coupons coupons;
    private final AddCoupon addCoupon;
    private final SwitchCoupon switchCoupon;
    private final ChangeCoupon changeCoupon;

    CouponsApi(Coupons coupons, AddCoupon addCoupon, SwitchCoupon switchCoupon, ChangeCoupon changeCoupon) {
        this.coupons = coupons;
        this.addCoupon = addCoupon;
        this.switchCoupon = switchCoupon;
        this.changeCoupon = changeCoupon;
    }

    @GetMapping
    Paged<CouponJson> list(PageQuery page) {
        return Paged.of(
                coupons.list(page.offset(), page.size()).stream()
                        .map(CouponJson::of)
                        .toList(),
                page,
                coupons.count());
    }

    @GetMapping("/{code}")
    CouponJson show(@PathVariable String code) {
        return coupons.find(code).map(CouponJson::of).orElseThrow(() -> Refusal.notFound("coupon.not-found", code));
    }

    @PostMapping
    ResponseEntity<CouponJson> add(@RequestBody CouponJson body) {
        var code = addCoupon.add(body.read());
        return ResponseEntity.created(URI.create("/api/v1/coupons/" + code)).body(show(code));
    }

    /** Changes the terms of one that no order has used; 409 for others. */
    @PutMapping("/{code}")
    CouponJson replace(@PathVariable String code, @RequestBody CouponJson body) {
        changeCoupon.change(body.withCode(code).read());
        return show(code);
    }

    /** Stops it, or lets it be used again; its terms stay as they are. */
    @PatchMapping("/{code}")
    CouponJson change(@PathVariable String code, @RequestBody Switch change) {
        if (change.active() == null) {
            throw new InvalidInput("active", "required", BilingualText.of("coupon.form.problem.required"));
        }
        switchCoupon.active(code, change.active());
        return show(code);
    }

    record Switch(@Nullable Boolean active) {}
}
