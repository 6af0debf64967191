package jp.otodoke.loyalty.web;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import jp.otodoke.customers.FindCustomer;
import jp.otodoke.loyalty.AdjustPoints;
import jp.otodoke.loyalty.PointBalances;
import jp.otodoke.loyalty.PointKind;
import jp.otodoke.loyalty.PointMovement;
import jp.otodoke.loyalty.PointMovements;
import jp.otodoke.platform.web.PageQuery;
import jp.otodoke.platform.web.Paged;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.CustomerNumber;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Yen;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The points of a customer for other programs. */
@RestController
@RequestMapping("/api/v1/customers/{number}/points")
class CustomerPointsApi {
    private final FindCustomer customers;
    private final PointMovements movements;
    private final PointBalances balances;
    private final AdjustPoints adjustPoints;

    CustomerPointsApi(
            FindCustomer customers, PointMovements movements, PointBalances balances, AdjustPoints adjustPoints) {
        this.customers = customers;
        this.movements = movements;
        this.balances = balances;
        this.adjustPoints = adjustPoints;
    }

    /** How they moved, the newest first. */
    @GetMapping
    Paged<Movement> list(@PathVariable CustomerNumber number, PageQuery page) {
        if (customers.find(number).isEmpty()) {
            throw Refusal.notFound("customer.refused.unknown", number);
        }
        return Paged.of(
                movements.of(number, page.offset(), page.size()).stream()
                        .map(Movement::of)
                        .toList(),
                page,
                movements.count(number));
    }

    /** By hand, with a reason. */
    @PostMapping
    Balance adjust(@PathVariable CustomerNumber number, @RequestBody Adjustment asked) {
        adjustPoints.adjust(number, Yen.of(Objects.requireNonNullElse(asked.points(), 0L)), asked.reason());
        return new Balance(balances.of(number).amount());
    }

    /** @param points negative to take */
    record Adjustment(@Nullable Long points, @Nullable String reason) {}

    record Balance(long points) {}

    /** @param expiresOn the last day on which points of the same lot may be used */
    record Movement(
            long id,
            OffsetDateTime at,
            PointKind kind,
            long amount,
            @Nullable String orderNumber,
            LocalDate expiresOn,
            @Nullable String reason,
            String by) {
        static Movement of(PointMovement m) {
            return new Movement(
                    m.id(),
                    m.at().atZone(BusinessClock.TOKYO).toOffsetDateTime(),
                    m.kind(),
                    m.amount().amount(),
                    m.orderNumber() == null ? null : m.orderNumber().value(),
                    m.expiresOn(),
                    m.reason(),
                    m.by());
        }
    }
}
