package jp.otodoke.fulfilment;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.inventory.StockLevel;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The delivery days available for a destination and goods, and the reasons why other days are not. */
@Component
public class DeliveryDays {
    private final ShipDays shipDays;
    private final Catalog catalog;
    private final StockLevels stock;
    private final BusinessClock clock;

    DeliveryDays(ShipDays shipDays, Catalog catalog, StockLevels stock, BusinessClock clock) {
        this.shipDays = shipDays;
        this.catalog = catalog;
        this.stock = stock;
        this.clock = clock;
    }

    /**
     * Starts tomorrow.
     *
     * @param inStock whether everything is in stock; if not, no day can be promised
     */
    @Transactional(readOnly = true)
    public List<DeliveryDay> offer(String prefecture, boolean inStock, int count) {
        var days = shipDays.calendar().days(shipDays.lead(prefecture), count);
        return inStock
                ? days
                : days.stream()
                        .map(d -> DeliveryDay.impossible(d.date(), DeliveryDay.Why.STOCK))
                        .toList();
    }

    @Transactional(readOnly = true)
    public DeliveryDay day(String prefecture, boolean inStock, LocalDate requested) {
        return inStock
                ? shipDays.calendar().day(shipDays.lead(prefecture), requested)
                : DeliveryDay.impossible(requested, DeliveryDay.Why.STOCK);
    }

    /**
     * Available stock per article, for stock-keeping articles.
     *
     * @param pieces by SKU; unknown SKUs are ignored
     * @return by the given SKUs; for a set, the number of complete sets
     */
    @Transactional(readOnly = true)
    public Map<Sku, Availability> availability(Map<Sku, Integer> pieces) {
        var products = catalog.find(pieces.keySet(), clock.today());
        var parts = new TreeMap<Sku, Integer>();
        products.forEach((sku, product) -> Articles.of(product)
                .forEach((part, each) -> parts.merge(part, each * pieces.getOrDefault(sku, 0), Integer::sum)));
        var levels = new LinkedHashMap<Sku, StockLevel>();
        var known = catalog.find(parts.keySet(), clock.today());
        stock.of(parts.keySet()).stream()
                .filter(level ->
                        known.containsKey(level.sku()) && known.get(level.sku()).stockKeeping())
                .forEach(level -> levels.put(level.sku(), level));
        var found = new LinkedHashMap<Sku, Availability>();
        products.forEach((sku, product) -> {
            var keeping = Articles.of(product).entrySet().stream()
                    .flatMap(part -> Stream.ofNullable(levels.get(part.getKey()))
                            .map(level -> new Part(level, part.getValue(), parts.getOrDefault(part.getKey(), 0))))
                    .toList();
            if (!keeping.isEmpty()) {
                found.put(
                        sku,
                        new Availability(
                                keeping.stream().mapToLong(Part::free).min().orElse(0),
                                keeping.stream().mapToLong(Part::incoming).min().orElse(0),
                                keeping.stream().allMatch(Part::enough)));
            }
        });
        return found;
    }

    /**
     * @param each pieces of this part in one unit of the article
     * @param asked pieces needed for all requested articles together
     */
    private record Part(StockLevel level, int each, int asked) {
        long free() {
            return level.available() / each;
        }

        long incoming() {
            return level.incoming() / each;
        }

        boolean enough() {
            return level.available() >= asked;
        }
    }

    /**
     * @param enough whether stock suffices for the whole request, including other requested articles that share
     *     parts
     */
    public record Availability(long free, long incoming, boolean enough) {}
}
