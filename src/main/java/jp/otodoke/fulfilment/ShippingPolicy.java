package jp.otodoke.fulfilment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.catalog.Product;
import jp.otodoke.catalog.Temperature;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.Warehouses;
import jp.otodoke.shared.BilingualText;
import jp.otodoke.shared.Prefectures;
import jp.otodoke.shared.Refusal;
import jp.otodoke.shared.Sku;
import jp.otodoke.workflow.DecisionCheck;
import jp.otodoke.workflow.DecisionRules;
import jp.otodoke.workflow.Undecided;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Chooses warehouse, carrier and service of a shipment by the decision tables {@code shipping-warehouse} and {@code
 * shipping-carrier}, whose usual answers {@code otodoke.shipping.*} configures, and what may share a parcel. Tables that name
 * a warehouse or a carrier that the firm doesn't have are refused when they are read.
 */
@Component
class ShippingPolicy {
    static final String WAREHOUSES = "shipping-warehouse";
    static final String CARRIERS = "shipping-carrier";

    /** In place of other warehouses: none. */
    private static final String NONE = "-";

    private final StockLevels stock;
    private final Warehouses known;
    private final DecisionRules rules;
    private final Map<Temperature, Warehouse> usual;
    private final Set<String> knownCarriers;
    private final String carrier;
    private final String service;
    private final boolean ambientWithChilled;

    ShippingPolicy(
            StockLevels stock,
            Warehouses known,
            DecisionRules rules,
            @Value("${otodoke.shipping.warehouse:MAIN}") Warehouse ambient,
            @Value("${otodoke.shipping.warehouse-chilled:${otodoke.shipping.warehouse:MAIN}}") Warehouse chilled,
            @Value("${otodoke.shipping.warehouse-frozen:${otodoke.shipping.warehouse:MAIN}}") Warehouse frozen,
            @Value("${otodoke.shipping.carriers:YAMATO,SAGAWA,JAPANPOST,YUPACK}") Set<String> knownCarriers,
            @Value("${otodoke.shipping.carrier:YAMATO}") String carrier,
            @Value("${otodoke.shipping.service:TAKKYUBIN}") String service,
            @Value("${otodoke.shipping.ambient-with-chilled:false}") boolean ambientWithChilled) {
        this.stock = stock;
        this.known = known;
        this.rules = rules;
        this.usual = Map.of(Temperature.AMBIENT, ambient, Temperature.CHILLED, chilled, Temperature.FROZEN, frozen);
        this.knownCarriers = Set.copyOf(knownCarriers);
        this.carrier = carrier;
        this.service = service;
        this.ambientWithChilled = ambientWithChilled;
        rules.check(
                WAREHOUSES,
                new NamedInRules(
                        Set.of("temperature", "prefecture", "usualWarehouse"),
                        Set.of("warehouse", "otherWarehouses"),
                        this::problem));
        rules.check(
                CARRIERS,
                new NamedInRules(
                        Set.of("warehouse", "cool", "prefecture", "usualCarrier", "usualService"),
                        Set.of("carrier", "service"),
                        this::problem));
    }

    private Optional<BilingualText> problem(String column, String value) {
        return switch (column) {
            case "warehouse" -> isKnown(value) ? Optional.empty() : unknown("warehouse", value);
            case "otherWarehouses" ->
                codes(value).filter(code -> !isKnown(code)).findFirst().flatMap(code -> unknown("warehouse", code));
            case "carrier" -> isKnownCarrier(value) ? Optional.empty() : unknown("carrier", value);
            case "prefecture" -> Prefectures.known(value) ? Optional.empty() : unknown("prefecture", value);
            case "temperature" -> isOneOf(Temperature.values(), value) ? Optional.empty() : unknown(column, value);
            case "cool" -> isOneOf(CoolService.values(), value) ? Optional.empty() : unknown(column, value);
            default -> Optional.empty();
        };
    }

    private static boolean isOneOf(Enum<?>[] all, String value) {
        return Stream.of(all).anyMatch(one -> one.name().equals(value));
    }

    private static Optional<BilingualText> unknown(String what, String value) {
        return Optional.of(BilingualText.of("shipping.rule.unknown." + what, value));
    }

    private boolean isKnown(String warehouse) {
        return !warehouse.isBlank() && warehouses().contains(warehouse);
    }

    private boolean isKnownCarrier(String code) {
        return code.equals(carrier) || knownCarriers.contains(code);
    }

    private static Stream<String> codes(String list) {
        return list.equals(NONE) ? Stream.empty() : Stream.of(list.strip().split("\\s*,\\s*"));
    }

    /** Where these goods lie is read once, for any number of destinations. */
    WarehouseChoice choice(Collection<Product> goods) {
        var skus = goods.stream().map(Product::sku).collect(Collectors.toSet());
        return new WarehouseChoice(
                stock.keeping(skus), warehouses().size() > 1 ? stock.available(skus) : new TreeMap<>());
    }

    private Warehouse usualFor(Temperature temperature) {
        return usual.getOrDefault(temperature, Warehouse.MAIN);
    }

    /** @throws Refusal if no rule applies or the rule that does names something unknown (conflict) */
    private Places byRule(Temperature temperature, String prefecture) {
        var usualHere = usualFor(temperature);
        var answer = decide(
                WAREHOUSES,
                Map.of(
                        "temperature", temperature.name(),
                        "prefecture", prefecture,
                        "usualWarehouse", usualHere.code()),
                "shipping.refused.no-warehouse-rule",
                BilingualText.of("product.temperature." + temperature),
                prefecture);
        var chosen = answer.getOrDefault("warehouse", usualHere.code());
        var others = answer.containsKey("otherWarehouses")
                ? codes(Objects.requireNonNull(answer.get("otherWarehouses"))).toList()
                : List.copyOf(warehouses());
        Stream.concat(Stream.of(chosen), others.stream())
                .filter(code -> !isKnown(code))
                .findFirst()
                .ifPresent(code -> {
                    throw Refusal.conflict("shipping.refused.unknown-warehouse", code);
                });
        return new Places(
                Warehouse.of(chosen),
                Stream.concat(Stream.of(chosen), others.stream())
                        .distinct()
                        .map(Warehouse::of)
                        .toList());
    }

    /** @throws Refusal if no rule applies or the rule that does names an unknown carrier (conflict) */
    ShippingMethod methodFor(Warehouse warehouse, CoolService cool, String prefecture) {
        var chosen = decide(
                CARRIERS,
                Map.of(
                        "warehouse", warehouse.code(),
                        "cool", cool.name(),
                        "prefecture", prefecture,
                        "usualCarrier", carrier,
                        "usualService", service),
                "shipping.refused.no-carrier-rule",
                warehouse,
                BilingualText.of("shipment.cool." + cool),
                prefecture);
        var code = chosen.getOrDefault("carrier", carrier);
        if (!isKnownCarrier(code)) {
            throw Refusal.conflict("shipping.refused.unknown-carrier", code);
        }
        return new ShippingMethod(warehouse.code(), code, chosen.getOrDefault("service", service));
    }

    private Map<String, String> decide(
            String table, Map<String, String> inputs, String otherwise, Object... arguments) {
        try {
            return rules.decide(table, inputs);
        } catch (Undecided undecided) {
            var refusal = Refusal.conflict(otherwise, arguments);
            refusal.initCause(undecided);
            throw refusal;
        }
    }

    /** For a page; empty where {@link #methodFor} refuses. */
    Optional<String> carrierShown(Warehouse warehouse, CoolService cool, String prefecture) {
        try {
            return Optional.of(methodFor(warehouse, cool, prefecture).carrier());
        } catch (Refusal undecided) {
            return Optional.empty();
        }
    }

    /** All that may be chosen. */
    SortedSet<String> warehouses() {
        return Stream.of(usual.values().stream(), known.all().stream())
                .flatMap(codes -> codes)
                .map(Warehouse::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** All that may be chosen. */
    SortedSet<String> carriers() {
        var carriers = new TreeSet<>(rules.outcomes(CARRIERS, "carrier"));
        carriers.add(carrier);
        return carriers;
    }

    /** Whether ambient goods may travel in a chilled parcel from the same warehouse; frozen ones never share theirs. */
    boolean ambientWithChilled() {
        return ambientWithChilled;
    }

    /**
     * Chooses the warehouse by temperature and destination. Goods that have only been kept in another of those allowed leave
     * from there, and so do those of which their own warehouse has none while another has enough for all that wait for them.
     */
    final class WarehouseChoice {
        private final Map<Sku, SortedSet<Warehouse>> keeping;
        private final Map<Sku, Map<Warehouse, Long>> available;
        private final Map<Sku, Map<Warehouse, Long>> awaited = new TreeMap<>();

        private WarehouseChoice(Map<Sku, SortedSet<Warehouse>> keeping, Map<Sku, Map<Warehouse, Long>> available) {
            this.keeping = keeping;
            this.available = available;
        }

        /** @throws Refusal if the rules don't say (conflict) */
        Warehouse of(@Nullable Product product, String prefecture, long pieces) {
            var own = own(product, prefecture);
            if (product == null || available.isEmpty()) {
                return own;
            }
            var free = available.computeIfAbsent(product.sku(), sku -> new TreeMap<>());
            var here = free.getOrDefault(own, 0L);
            if (here >= pieces) {
                free.merge(own, -pieces, Long::sum);
                return own;
            }
            var others = alternatives(product, prefecture, own);
            var other = here > 0
                    ? Optional.<Warehouse>empty()
                    : others.stream()
                            .filter(one -> hasEnough(free.getOrDefault(one, 0L), pieces, product.sku(), one))
                            .findFirst();
            // Whoever waits may be served anywhere before those who come after him.
            Stream.concat(Stream.of(other.orElse(own)), other.isPresent() ? Stream.empty() : others.stream())
                    .forEach(one -> free.merge(one, -pieces, Long::sum));
            return other.orElse(own);
        }

        /** After all that wait for the same. */
        private boolean hasEnough(long free, long pieces, Sku sku, Warehouse warehouse) {
            return free >= pieces && free - awaited(sku, warehouse) >= pieces;
        }

        private long awaited(Sku sku, Warehouse warehouse) {
            return awaited.computeIfAbsent(sku, stock::awaited).getOrDefault(warehouse, 0L);
        }

        /** As {@link #of}, for a page: where the rules don't say, the usual one. */
        Warehouse shown(@Nullable Product product, String prefecture, long pieces) {
            try {
                return of(product, prefecture, pieces);
            } catch (Refusal undecided) {
                return usualFor(product == null ? Temperature.AMBIENT : product.temperature());
            }
        }

        /** The warehouse that the goods leave from whatever it has of them. */
        Warehouse own(@Nullable Product product, String prefecture) {
            if (product == null) {
                return byRule(Temperature.AMBIENT, prefecture).preferred();
            }
            var places = byRule(product.temperature(), prefecture);
            var kept = keeping.get(product.sku());
            return kept == null || kept.contains(places.preferred())
                    ? places.preferred()
                    : places.allowed().stream()
                            .filter(kept::contains)
                            .findFirst()
                            .orElse(places.preferred());
        }

        /** The others that may serve in place of this one, the preferred one first; none where the rules don't say. */
        List<Warehouse> alternatives(@Nullable Product product, String prefecture, Warehouse instead) {
            if (product == null || warehouses().size() < 2) {
                return List.of();
            }
            try {
                return byRule(product.temperature(), prefecture).allowed().stream()
                        .filter(other -> !other.equals(instead))
                        .toList();
            } catch (Refusal undecided) {
                return List.of();
            }
        }
    }

    /** @param allowed all that may serve, the preferred one first */
    private record Places(Warehouse preferred, List<Warehouse> allowed) {}

    private record NamedInRules(
            Set<String> names, Set<String> outputs, BiFunction<String, String, Optional<BilingualText>> problems)
            implements DecisionCheck {
        @Override
        public Optional<BilingualText> problem(String column, String value) {
            return problems.apply(column, value);
        }
    }
}
