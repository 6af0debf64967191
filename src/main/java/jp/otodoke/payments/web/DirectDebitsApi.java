package jp.otodoke.payments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import jp.otodoke.payments.ClaimPreview;
import jp.otodoke.payments.CollectClaims;
import jp.otodoke.payments.DebitClaim;
import jp.otodoke.payments.DirectDebit;
import jp.otodoke.payments.DirectDebits;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.Refusal;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API of direct debits; their files are those of the bank. */
@RestController
@RequestMapping("/api/v1/direct-debits")
class DirectDebitsApi {
    private static final int PREVIEWED = 200;

    private final DirectDebits directDebits;
    private final CollectClaims collectClaims;
    private final CurrentStaff staff;

    DirectDebitsApi(DirectDebits directDebits, CollectClaims collectClaims, CurrentStaff staff) {
        this.directDebits = directDebits;
        this.collectClaims = collectClaims;
        this.staff = staff;
    }

    @GetMapping
    Paged<Body> list(PageQuery page) {
        var sort = page.sort(DirectDebits.SORTING).asWritten();
        return Paged.of(
                directDebits.list(sort, page.offset(), page.size()).stream()
                        .map(cycle -> Body.of(cycle, directDebits.counts(cycle.id()), null))
                        .toList(),
                page,
                directDebits.count());
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        var cycle = directDebits.find(id).orElseThrow(() -> Refusal.notFound("direct-debit.not-found", id));
        var claims = directDebits.claims(id, 0, Integer.MAX_VALUE);
        return Body.of(
                cycle,
                directDebits.counts(id),
                claims.stream().map(ClaimBody::of).toList());
    }

    /** Collects what is due on that day, or on the next business day of the banks; 409 if that is nothing. */
    @PostMapping
    ResponseEntity<Body> collect(@RequestBody Asked asked) {
        long id = collectClaims.collect(asked.debitDate(), staff.name());
        return ResponseEntity.created(URI.create("/api/v1/direct-debits/" + id)).body(show(id));
    }

    /** What would be collected, without collecting it; the first 200 claims. */
    @PostMapping("/preview")
    PreviewBody preview(@RequestBody Asked asked) {
        return PreviewBody.of(collectClaims.preview(asked.debitDate(), PREVIEWED));
    }

    record Asked(@Nullable LocalDate debitDate) {}

    /**
     * @param counts how many claims have each result code; empty until the result is booked
     * @param claims in the order of the request file; left out in lists
     */
    record Body(
            long id,
            String state,
            LocalDate debitDate,
            long count,
            long amount,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant doneAt,
            @Nullable LocalDate fileDue,
            @Nullable LocalDate resultDue,
            boolean awaitsApproval,
            Map<String, Long> counts,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<ClaimBody> claims) {
        static Body of(DirectDebit cycle, Map<String, Long> counts, @Nullable List<ClaimBody> claims) {
            return new Body(
                    cycle.id(),
                    cycle.state().name(),
                    cycle.debitDate(),
                    cycle.claims(),
                    cycle.amount().amount(),
                    cycle.createdAt(),
                    cycle.sentAt(),
                    cycle.doneAt(),
                    cycle.fileDue(),
                    cycle.resultDue(),
                    cycle.awaitsApproval(),
                    counts,
                    claims);
        }
    }

    /** @param id also the last digits of its 顧客番号 in the files */
    record ClaimBody(
            long id,
            String receivable,
            @Nullable String orderNumber,
            String customer,
            long amount,
            String state,
            @Nullable String resultCode) {
        static ClaimBody of(DebitClaim claim) {
            var number = claim.receivable();
            return new ClaimBody(
                    claim.id(),
                    number.value(),
                    number.ofOrder() ? number.value() : null,
                    claim.customer().value(),
                    claim.amount().amount(),
                    claim.state().name(),
                    claim.resultCode());
        }
    }

    record PreviewBody(LocalDate debitDate, long count, long amount, List<PreviewedClaim> claims) {
        static PreviewBody of(CollectClaims.Preview preview) {
            return new PreviewBody(
                    preview.debitDate(),
                    preview.count(),
                    preview.amount().amount(),
                    preview.claims().stream().map(PreviewedClaim::of).toList());
        }
    }

    record PreviewedClaim(String receivable, String customer, long amount) {
        static PreviewedClaim of(ClaimPreview claim) {
            return new PreviewedClaim(
                    claim.receivable().value(),
                    claim.customer().value(),
                    claim.amount().amount());
        }
    }
}
