package jp.otodoke.payments.web;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import jp.otodoke.payments.ChargeReceivable;
import jp.otodoke.payments.FindVirtualAccount;
import jp.otodoke.payments.NewReceivable;
import jp.otodoke.payments.OpenItem;
import jp.otodoke.payments.OpenItems;
import jp.otodoke.payments.PaymentSlip;
import jp.otodoke.payments.PaymentSlips;
import jp.otodoke.payments.PaymentStatus;
import jp.otodoke.payments.ReceivableKind;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.FieldProblem;
import jp.otodoke.shared.InvalidInput;
import jp.otodoke.shared.ReceivableNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.TextNormalizer;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** API of what customers owe, for orders and without. */
@RestController
@RequestMapping("/api/v1/receivables")
class ReceivablesApi {
    private final OpenItems items;
    private final ChargeReceivable chargeReceivable;
    private final PaymentSlips slips;
    private final FindVirtualAccount accounts;

    ReceivablesApi(
            OpenItems items, ChargeReceivable chargeReceivable, PaymentSlips slips, FindVirtualAccount accounts) {
        this.items = items;
        this.chargeReceivable = chargeReceivable;
        this.slips = slips;
        this.accounts = accounts;
    }

    @GetMapping
    Paged<Body> list(
            @RequestParam(required = false) @Nullable ReceivableKind kind,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable PaymentStatus status,
            PageQuery page) {
        var filter = new OpenItems.Filter(kind, false, customer, status);
        var sort = page.sort(OpenItems.SORTING).asWritten();
        var found = items.list(filter, sort, page.offset(), page.size());
        var toPay = slips.toPay(found.stream().map(OpenItem::number).toList());
        var toAccounts = accounts.of(found.stream().map(OpenItem::number).toList());
        return Paged.of(
                found.stream()
                        .map(item -> Body.of(item, toPay.get(item.number()), toAccounts.get(item.number())))
                        .toList(),
                page,
                items.count(filter));
    }

    @GetMapping("/{number}")
    Body show(@PathVariable ReceivableNumber number) {
        return items.find(number)
                .map(item -> Body.of(
                        item,
                        slips.toPay(number).orElse(null),
                        accounts.of(number).orElse(null)))
                .orElseThrow(() -> Refusal.notFound("receivable.not-found", number));
    }

    /** Charges a customer for something that is not an order. */
    @PostMapping
    ResponseEntity<Body> charge(@RequestBody Asked asked) {
        var number = chargeReceivable.charge(asked.read());
        return ResponseEntity.created(URI.create("/api/v1/receivables/" + number))
                .body(show(number));
    }

    /**
     * @param amount with tax
     * @param taxRate percent
     */
    record Asked(
            @Nullable String customer,
            @Nullable ReceivableKind kind,
            @Nullable Long amount,
            @Nullable Integer taxRate,
            @Nullable LocalDate dueDate) {
        private NewReceivable read() {
            var missing = new ArrayList<FieldProblem>();
            var who = required(TextNormalizer.orNull(customer), "customer", missing);
            var what = required(kind, "kind", missing);
            var yen = required(amount, "amount", missing);
            var rate = required(taxRate, "taxRate", missing);
            var day = required(dueDate, "dueDate", missing);
            if (who == null || what == null || yen == null || rate == null || day == null) {
                throw new InvalidInput(missing);
            }
            return new NewReceivable(CustomerNumber.of(who), what, Yen.of(yen), rate, day);
        }

        private static <T> @Nullable T required(@Nullable T value, String field, ArrayList<FieldProblem> missing) {
            if (value == null) {
                missing.add(new FieldProblem(field, "required", BilingualText.of("receivable.problem.required")));
            }
            return value;
        }
    }

    record Body(
            String id,
            String kind,
            @Nullable String customer,
            @Nullable String orderNumber,
            long amount,
            @Nullable Integer taxRate,
            long paid,
            long open,
            @Nullable LocalDate dueDate,
            String status,
            @Nullable SlipBody slip,
            @Nullable String virtualAccount) {
        static Body of(OpenItem item, @Nullable PaymentSlip slip, @Nullable String virtualAccount) {
            var order = item.kind() == ReceivableKind.ORDER;
            return new Body(
                    item.number().value(),
                    item.kind().name(),
                    item.customer(),
                    order ? item.number().value() : null,
                    item.amount().amount(),
                    item.taxRate(),
                    item.paid().amount(),
                    item.open().amount(),
                    item.dueDate(),
                    item.status().name(),
                    slip == null || !item.open().isPositive() ? null : SlipBody.of(slip),
                    virtualAccount);
        }
    }
}
