package jp.otodoke.payments.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import jp.otodoke.payments.Mandate;
import jp.otodoke.payments.Mandates;
import jp.otodoke.payments.NewMandate;
import jp.otodoke.payments.RegisterMandate;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of mandates for direct debits. */
@RestController
@RequestMapping("/api/v1/mandates")
class MandatesApi {
    private final Mandates mandates;
    private final RegisterMandate registerMandate;
    private final CurrentStaff staff;

    MandatesApi(Mandates mandates, RegisterMandate registerMandate, CurrentStaff staff) {
        this.mandates = mandates;
        this.registerMandate = registerMandate;
        this.staff = staff;
    }

    @GetMapping
    Paged<Body> list(
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) Mandate.@Nullable State state,
            PageQuery page) {
        var filter = new Mandates.Filter(TextNormalizer.orNull(customer), state);
        var sort = page.sort(Mandates.SORTING).asWritten();
        return Paged.of(
                mandates.list(filter, sort, page.offset(), page.size()).stream()
                        .map(Body::of)
                        .toList(),
                page,
                mandates.count(filter));
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        return mandates.find(id).map(Body::of).orElseThrow(() -> Refusal.notFound("mandate.not-found", id));
    }

    /** Registers a mandate, which is active at once and replaces an older one of the customer. */
    @PostMapping
    ResponseEntity<Body> register(@RequestBody NewMandate asked) {
        long id = registerMandate.register(asked, staff.name());
        return ResponseEntity.created(URI.create("/api/v1/mandates/" + id)).body(show(id));
    }

    /**
     * @param bankName null if the table of bank codes does not have it, as the branch's
     * @param accountNumber all but its end is hidden
     * @param holderKana as banks write it
     * @param warnings what the table of bank codes could not tell
     */
    record Body(
            long id,
            String customer,
            String bankCode,
            String branchCode,
            @Nullable String bankName,
            @Nullable String branchName,
            String accountType,
            String accountNumber,
            @Personal(Personal.Kind.NAME) String holderKana,
            String state,
            Instant since,
            List<String> warnings) {
        static Body of(Mandate mandate) {
            return new Body(
                    mandate.id(),
                    mandate.customer().value(),
                    mandate.bankCode(),
                    mandate.branchCode(),
                    mandate.bankName(),
                    mandate.branchName(),
                    mandate.accountType(),
                    mandate.maskedNumber(),
                    mandate.holderKana(),
                    mandate.state().name(),
                    mandate.since(),
                    mandate.warnings().stream()
                            .map(text -> text.in(LocaleContextHolder.getLocale()))
                            .toList());
        }
    }
}
