package jp.otodoke.payments.web;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.otodoke.payments.ApproveRefund;
import jp.otodoke.payments.AskForRefund;
import jp.otodoke.payments.FindRefunds;
import jp.otodoke.payments.GivePayeeAccount;
import jp.otodoke.payments.NewRefund;
import jp.otodoke.payments.PayeeAccount;
import jp.otodoke.payments.RecordReturnedTransfer;
import jp.otodoke.payments.Refund;
import jp.otodoke.payments.RefundEntry;
import jp.otodoke.payments.RejectRefund;
import jp.otodoke.platform.data.RetryOnConflict;
import jp.otodoke.platform.personal.Personal;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import jp.otodoke.staff.CurrentStaff;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of refunds. */
@RestController
@RequestMapping("/api/v1/refunds")
class RefundsApi {
    private final FindRefunds refunds;
    private final AskForRefund askForRefund;
    private final ApproveRefund approveRefund;
    private final RejectRefund rejectRefund;
    private final GivePayeeAccount givePayeeAccount;
    private final RecordReturnedTransfer recordReturnedTransfer;
    private final RetryOnConflict retryOnConflict;
    private final CurrentStaff staff;

    RefundsApi(
            FindRefunds refunds,
            AskForRefund askForRefund,
            ApproveRefund approveRefund,
            RejectRefund rejectRefund,
            GivePayeeAccount givePayeeAccount,
            RecordReturnedTransfer recordReturnedTransfer,
            RetryOnConflict retryOnConflict,
            CurrentStaff staff) {
        this.refunds = refunds;
        this.askForRefund = askForRefund;
        this.approveRefund = approveRefund;
        this.rejectRefund = rejectRefund;
        this.givePayeeAccount = givePayeeAccount;
        this.recordReturnedTransfer = recordReturnedTransfer;
        this.retryOnConflict = retryOnConflict;
        this.staff = staff;
    }

    @GetMapping
    Paged<Body> list(
            @RequestParam(required = false) RefundEntry.@Nullable Status status,
            @RequestParam(required = false) RefundEntry.@Nullable Route route,
            @RequestParam(required = false) @Nullable String orderNumber,
            PageQuery page) {
        var filter = new FindRefunds.Filter(status, route, TextNormalizer.orNull(orderNumber), false);
        var sort = page.sort(FindRefunds.SORTING).asWritten();
        return Paged.of(
                refunds.list(filter, sort, page.offset(), page.size()).stream()
                        .map(Body::of)
                        .toList(),
                page,
                refunds.count(filter));
    }

    @GetMapping("/{id}")
    Body show(@PathVariable long id) {
        return refunds.find(id).map(Body::of).orElseThrow(() -> Refusal.notFound("refund.not-found", id));
    }

    /** Gives back what was paid too much: at once up to a limit, above it when somebody else has approved. */
    @PostMapping
    ResponseEntity<Body> ask(@RequestBody Asked asked) {
        var refund = asked.read();
        var made = retryOnConflict.inTransaction(() -> askForRefund.ask(refund, staff.name()));
        return ResponseEntity.created(URI.create("/api/v1/refunds/" + made.id()))
                .body(Body.of(made));
    }

    /** By somebody other than who asked for it. */
    @PostMapping("/{id}/approve")
    Body approve(@PathVariable long id) {
        return Body.of(retryOnConflict.inTransaction(() -> approveRefund.approve(id, staff.name())));
    }

    /** While neither gateway nor bank know of it. What is due stays due. */
    @PostMapping("/{id}/reject")
    Body reject(@PathVariable long id, @RequestBody Rejection rejection) {
        return Body.of(retryOnConflict.inTransaction(() -> rejectRefund.reject(id, rejection.reason(), staff.name())));
    }

    /** To which account an approved refund is transferred. */
    @PostMapping("/{id}/account")
    Body account(@PathVariable long id, @RequestBody Account account) {
        var read = account.read("");
        return Body.of(retryOnConflict.inTransaction(() -> givePayeeAccount.give(id, read, staff.name())));
    }

    /** 組戻し: the bank could not transfer it, and the money is owed again. */
    @PostMapping("/{id}/returned")
    Body returned(@PathVariable long id, @RequestBody(required = false) @Nullable Returned returned) {
        var note = returned == null ? null : returned.note();
        return Body.of(retryOnConflict.inTransaction(() -> recordReturnedTransfer.returned(id, note, staff.name())));
    }

    /**
     * @param account for a transfer, its fields here or by themselves as for a mandate; without one the account is used that is
     *     known, or somebody asks the customer
     */
    record Asked(
            @Nullable String orderNumber,
            @Nullable Long amount,
            RefundEntry.@Nullable Route route,
            @Nullable String reason,
            @Nullable Account account,
            @Nullable String bankCode,
            @Nullable String branchCode,
            @Nullable String accountType,
            @Nullable String accountNumber,
            @Personal(Personal.Kind.NAME) @Nullable String holderKana) {
        private NewRefund read() {
            var missing = new ArrayList<FieldProblem>();
            var order = required(TextNormalizer.orNull(orderNumber), "orderNumber", missing);
            var yen = required(amount, "amount", missing);
            var way = required(route, "route", missing);
            var why = required(TextNormalizer.orNull(reason), "reason", missing);
            if (order == null || yen == null || way == null || why == null) {
                throw new InvalidInput(missing);
            }
            var flat = flat();
            var prefix = account == null ? "" : "account.";
            var payee = account == null ? flat : account;
            if (payee != null && way != RefundEntry.Route.TRANSFER) {
                throw new InvalidInput("account", "not-wanted", BilingualText.of("refund.problem.account.not-wanted"));
            }
            return new NewRefund(
                    OrderNumber.of(order), Yen.of(yen), way, why, payee == null ? null : payee.read(prefix));
        }

        private @Nullable Account flat() {
            boolean given = Stream.of(bankCode, branchCode, accountType, accountNumber, holderKana)
                    .anyMatch(Objects::nonNull);
            return given ? new Account(bankCode, branchCode, accountType, accountNumber, holderKana) : null;
        }

        private static <T> @Nullable T required(@Nullable T value, String field, List<FieldProblem> missing) {
            if (value == null) {
                missing.add(new FieldProblem(field, "required", BilingualText.of("receivable.problem.required")));
            }
            return value;
        }
    }

    /** @param bankCode with 9900, branch and account may be 記号 and 番号 of the passbook */
    record Account(
            @Nullable String bankCode,
            @Nullable String branchCode,
            @Nullable String accountType,
            @Nullable String accountNumber,
            @Personal(Personal.Kind.NAME) @Nullable String holderKana) {
        private PayeeAccount read(String prefix) {
            return PayeeAccount.read(prefix, bankCode, branchCode, accountType, accountNumber, holderKana);
        }

        static @Nullable Account of(@Nullable PayeeAccount account) {
            return account == null
                    ? null
                    : new Account(
                            account.bankCode(),
                            account.branchCode(),
                            account.accountType(),
                            account.maskedNumber(),
                            account.holderKana());
        }
    }

    record Rejection(@Nullable String reason) {}

    record Returned(@Nullable String note) {}

    /**
     * @param at when it came to its status
     * @param failure why it came to nothing: DECLINED, REJECTED, WITHDRAWN or RETURNED
     * @param transferFile id of its file for the bank
     */
    record Body(
            long id,
            String orderNumber,
            @Nullable String customer,
            String status,
            long amount,
            String route,
            String reason,
            String requestedBy,
            OffsetDateTime requestedAt,
            @Nullable String approvedBy,
            @Nullable OffsetDateTime approvedAt,
            OffsetDateTime at,
            @Nullable String failure,
            @Nullable String note,
            @Nullable Long transferFile,
            @Nullable Account account) {
        static Body of(Refund refund) {
            var approvedAt = refund.approvedAt();
            var failure = refund.failure();
            return new Body(
                    refund.id(),
                    refund.order().value(),
                    refund.customer(),
                    refund.status().name(),
                    refund.amount().amount(),
                    refund.route().name(),
                    refund.reason(),
                    refund.requestedBy(),
                    refund.requestedAt().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    refund.approvedBy(),
                    approvedAt == null
                            ? null
                            : approvedAt.atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    refund.at().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    failure == null ? null : failure.name(),
                    refund.note(),
                    refund.transferFile(),
                    Account.of(refund.account()));
        }
    }
}
