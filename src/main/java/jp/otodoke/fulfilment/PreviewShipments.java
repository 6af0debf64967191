package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.inventory.StockLevels;
import jp.otodoke.inventory.Warehouse;
import jp.otodoke.inventory.WarehouseLevel;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.Sku;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells, before an order is placed, from which warehouse its goods would leave, what together, and what would wait for stock. */
@Component
public class PreviewShipments {
    private final ShippingPolicy policy;
    private final Catalog catalog;
    private final StockLevels stock;
    private final BusinessClock clock;

    PreviewShipments(ShippingPolicy policy, Catalog catalog, StockLevels stock, BusinessClock clock) {
        this.policy = policy;
        this.catalog = catalog;
        this.stock = stock;
        this.clock = clock;
    }

    /** Unknown SKUs are ignored. */
    @Transactional(readOnly = true)
    public Preview preview(List<Wanted> wanted) {
        var products = catalog.find(wanted.stream().map(Wanted::sku).collect(Collectors.toSet()), clock.today());
        var articles = new HashMap<>(products);
        articles.putAll(catalog.find(
                products.values().stream()
                        .flatMap(product -> Articles.of(product).keySet().stream())
                        .filter(sku -> !products.containsKey(sku))
                        .collect(Collectors.toSet()),
                clock.today()));
        var pieces = joined(pieces(wanted, products, articles));
        var levels = stock.byWarehouse(
                pieces.stream().filter(Piece::stockKeeping).map(Piece::article).collect(Collectors.toSet()));
        return new Preview(lines(pieces, levels), shipments(pieces, levels));
    }

    private List<Piece> pieces(List<Wanted> wanted, Map<Sku, Product> products, Map<Sku, Product> articles) {
        var warehouses = policy.choice(articles.values());
        var pieces = new ArrayList<Piece>();
        for (int line = 0; line < wanted.size(); line++) {
            var asked = wanted.get(line);
            var product = products.get(asked.sku());
            if (product != null) {
                for (var part : Articles.of(product).entrySet()) {
                    var article = articles.get(part.getKey());
                    var units = (long) part.getValue() * asked.quantity();
                    var group = new ShipmentGroup(
                            asked.destination(),
                            warehouses.shown(article, asked.prefecture(), units),
                            CoolService.of(article));
                    pieces.add(new Piece(
                            line,
                            asked.sku(),
                            part.getKey(),
                            part.getValue(),
                            units,
                            article != null && article.stockKeeping(),
                            group));
                }
            }
        }
        return pieces;
    }

    private List<Piece> joined(List<Piece> pieces) {
        if (!policy.ambientWithChilled()) {
            return pieces;
        }
        var groups = pieces.stream().map(Piece::group).collect(Collectors.toSet());
        return pieces.stream()
                .map(piece -> piece.in(piece.group().joined(groups)))
                .toList();
    }

    private static Map<Integer, Availability> lines(List<Piece> pieces, Map<Sku, List<WarehouseLevel>> levels) {
        var asked =
                pieces.stream().collect(Collectors.groupingBy(Piece::place, Collectors.summingLong(Piece::quantity)));
        var lines = new TreeMap<Integer, Availability>();
        pieces.stream()
                .filter(Piece::stockKeeping)
                .collect(Collectors.groupingBy(Piece::line, TreeMap::new, Collectors.toList()))
                .forEach((line, parts) -> lines.put(
                        line,
                        new Availability(
                                least(parts, piece -> here(piece, levels, WarehouseLevel::available)),
                                least(parts, piece -> here(piece, levels, WarehouseLevel::incoming)),
                                least(parts, piece -> elsewhere(piece, levels)),
                                parts.stream()
                                        .allMatch(piece -> here(piece, levels, WarehouseLevel::available)
                                                >= asked.getOrDefault(piece.place(), 0L)))));
        return lines;
    }

    /** Shipments that want the same pieces get them one after the other, as when they are allocated. */
    private static List<PreviewedShipment> shipments(List<Piece> pieces, Map<Sku, List<WarehouseLevel>> levels) {
        var left = new HashMap<Place, Long>();
        var byCode = pieces.stream()
                .collect(Collectors.groupingBy(piece -> piece.group().code(), TreeMap::new, Collectors.toList()));
        var shipments = new TreeMap<ShipmentGroup, PreviewedShipment>();
        for (var together : byCode.values()) {
            var lacking = new TreeSet<Sku>();
            for (var piece : together) {
                if (piece.stockKeeping()) {
                    var rest = left.merge(
                            piece.place(),
                            here(piece, levels, WarehouseLevel::available) - piece.quantity(),
                            (before, first) -> before - piece.quantity());
                    if (rest < 0) {
                        lacking.add(piece.article());
                    }
                }
            }
            var group = together.get(0).group();
            shipments.put(
                    group,
                    new PreviewedShipment(
                            group.destination(),
                            group.warehouse(),
                            group.cool(),
                            together.stream().map(Piece::sku).distinct().toList(),
                            List.copyOf(lacking)));
        }
        return List.copyOf(shipments.values());
    }

    private static long least(List<Piece> parts, ToLongFunction<Piece> pieces) {
        return parts.stream()
                .mapToLong(piece -> Math.max(0, pieces.applyAsLong(piece)) / piece.each())
                .min()
                .orElse(0);
    }

    private static long here(
            Piece piece, Map<Sku, List<WarehouseLevel>> levels, ToLongFunction<WarehouseLevel> figure) {
        return levels.getOrDefault(piece.article(), List.of()).stream()
                .filter(level -> level.warehouse().equals(piece.group().warehouse()))
                .mapToLong(figure)
                .sum();
    }

    private static long elsewhere(Piece piece, Map<Sku, List<WarehouseLevel>> levels) {
        return levels.getOrDefault(piece.article(), List.of()).stream()
                .filter(level -> !level.warehouse().equals(piece.group().warehouse()))
                .mapToLong(WarehouseLevel::available)
                .sum();
    }

    /**
     * What a line asks for.
     *
     * @param destination its number, from 1
     * @param prefecture of the destination; empty if it is not known yet
     */
    public record Wanted(int destination, String prefecture, Sku sku, int quantity) {}

    /**
     * @param lines by index of what is asked for, where stock is kept of it
     * @param shipments by destination and temperature
     */
    public record Preview(Map<Integer, Availability> lines, List<PreviewedShipment> shipments) {
        /** Whether everything for this destination can leave now. */
        public boolean complete(int destination) {
            return shipments.stream()
                    .filter(one -> one.destination() == destination)
                    .allMatch(PreviewedShipment::complete);
        }
    }

    /**
     * Pieces of an article, or complete sets.
     *
     * @param free in the warehouse that it would leave from
     * @param incoming there
     * @param elsewhere free in other warehouses
     * @param enough whether what is free there suffices for all lines together
     */
    public record Availability(long free, long incoming, long elsewhere, boolean enough) {}

    /**
     * What would leave together.
     *
     * @param skus as they are ordered
     * @param lacking articles for which it would wait
     */
    public record PreviewedShipment(
            int destination, Warehouse warehouse, CoolService cool, List<Sku> skus, List<Sku> lacking) {
        public boolean complete() {
            return lacking.isEmpty();
        }
    }

    /**
     * @param sku what is ordered
     * @param article a part of it
     * @param each units of the article in one piece
     */
    private record Piece(
            int line, Sku sku, Sku article, int each, long quantity, boolean stockKeeping, ShipmentGroup group) {
        Place place() {
            return new Place(article, group.warehouse());
        }

        Piece in(ShipmentGroup other) {
            return new Piece(line, sku, article, each, quantity, stockKeeping, other);
        }
    }

    private record Place(Sku article, Warehouse warehouse) {}
}
