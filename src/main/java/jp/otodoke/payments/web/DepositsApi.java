package jp.otodoke.payments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import jp.otodoke.payments.Deposit;
import jp.otodoke.payments.DepositProposals;
import jp.otodoke.payments.Deposits;
import jp.otodoke.payments.MatchDeposits;
import jp.otodoke.payments.MatchedBatch;
import jp.otodoke.payments.ReadAllocations;
import jp.otodoke.payments.UnmatchDeposits;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of deposits and their matching. */
@RestController
@RequestMapping("/api/v1/deposits")
class DepositsApi {
    private final Deposits deposits;
    private final MatchDeposits matching;
    private final DepositProposals proposals;
    private final UnmatchDeposits unmatchDeposits;
    private final ReadAllocations readAllocations;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;

    DepositsApi(
            Deposits deposits,
            MatchDeposits matching,
            DepositProposals proposals,
            UnmatchDeposits unmatchDeposits,
            ReadAllocations readAllocations,
            RetryOnConflict retryOnConflict,
            CurrentStaff staff) {
        this.deposits = deposits;
        this.matching = matching;
        this.proposals = proposals;
        this.unmatchDeposits = unmatchDeposits;
        this.readAllocations = readAllocations;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
    }

    @GetMapping
    Paged<DepositBody> list(@RequestParam(required = false) Deposit.@Nullable State state, PageQuery page) {
        var sort = page.sort(Deposits.SORTING).asWritten();
        var items = deposits.list(state, sort, page.offset(), page.size()).stream()
                .map(this::body)
                .toList();
        return Paged.of(items, page, deposits.count(state));
    }

    @GetMapping("/{id}")
    DepositBody show(@PathVariable long id) {
        return body(deposits.find(id).orElseThrow(() -> Refusal.notFound("deposit.not-found", id)));
    }

    /** Matches all deposits that can be matched with certainty, and proposes what others probably pay. */
    @PostMapping("/match")
    MatchedBatch match() {
        return matching.matchAll(staff.name());
    }

    /** Undoes what the deposit pays; it waits for a person then. */
    @PostMapping("/{id}/undo")
    DepositBody undo(@PathVariable long id) {
        retryOnConflict.inTransaction(() -> unmatchDeposits.unmatch(id, staff.name()));
        return show(id);
    }

    @PostMapping("/{id}/confirm")
    DepositBody confirm(@PathVariable long id, @RequestBody Confirmation confirmation) {
        var asked = confirmation.allocations();
        if (asked == null || asked.isEmpty()) {
            throw new InvalidInput("allocations", "required", BilingualText.of("deposit.problem.allocations.required"));
        }
        return body(retryOnConflict.inTransaction(() -> matching.confirm(
                id,
                readAllocations.read(id, asked.stream().map(Allocation::asked).toList()),
                staff.name())));
    }

    private static Allocation allocation(Deposits.Matched matched) {
        var number = matched.receivable();
        return new Allocation(
                number.ofOrder() ? number.value() : null,
                number.ofOrder() ? null : number.value(),
                matched.amount().amount(),
                null);
    }

    private DepositBody body(Deposit d) {
        var proposed = proposals.allOf(d.id()).stream().map(ProposalBody::of).toList();
        return new DepositBody(
                String.valueOf(d.id()),
                d.postingDate(),
                d.amount().amount(),
                d.remaining().amount(),
                d.remitterKana(),
                d.state().name(),
                d.source(),
                proposed.isEmpty() ? null : proposed.get(0),
                proposed,
                deposits.matchedTo(d.id()).stream().map(DepositsApi::allocation).toList());
    }

    record Confirmation(@JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<Allocation> allocations) {}

    /**
     * One of the two, an order or what is owed without one.
     *
     * @param fee what the bank has kept and is written off, in yen; null for none
     */
    record Allocation(
            @Nullable String orderNumber,
            @Nullable String receivable,
            long amount,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long fee) {
        private ReadAllocations.Asked asked() {
            var order = TextNormalizer.orNull(orderNumber);
            var other = TextNormalizer.orNull(receivable);
            return new ReadAllocations.Asked(
                    order == null ? null : OrderNumber.of(order),
                    other == null ? null : ReceivableNumber.of(other),
                    Yen.of(amount),
                    fee == null ? Yen.ZERO : Yen.of(fee));
        }
    }

    record DepositBody(
            String id,
            LocalDate postingDate,
            long amount,
            long remaining,
            @Personal(Personal.Kind.NAME) String remitterKana,
            String state,
            String source,
            @Nullable ProposalBody proposal,
            List<ProposalBody> proposals,
            List<Allocation> allocations) {}

    /**
     * What the deposit probably pays.
     *
     * @param number of an order, or of what is owed without one
     * @param fee what would be written off then, in yen
     * @param confidence percent
     */
    record ProposalBody(String number, long amount, long fee, String reason, int confidence) {
        static ProposalBody of(DepositProposals.Proposal proposal) {
            return new ProposalBody(
                    proposal.receivable().value(),
                    proposal.amount().amount(),
                    proposal.fee().amount(),
                    proposal.reason().name(),
                    proposal.confidence());
        }
    }
}
