package jp.otodoke.inventory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.otodoke.shared.OrderNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Chooses the warehouses from which orders that wait could be served. */
@Component
public class ChooseWarehouses {
    private final JdbcClient jdbc;
    private final DeferredAllocation atCommit;
    private final AllocateBackorders backorders;
    private final FreeStock freeStock;

    ChooseWarehouses(JdbcClient jdbc, DeferredAllocation atCommit, AllocateBackorders backorders, FreeStock freeStock) {
        this.jdbc = jdbc;
        this.atCommit = atCommit;
        this.backorders = backorders;
        this.freeStock = freeStock;
    }

    /**
     * Where the pieces that orders wait for could be allocated now, each need by itself: in its warehouse, or in the first of
     * the alternatives that has enough after the claims of older orders, wherever these wait. All these balances stay locked
     * until the transaction ends.
     *
     * @param demands beyond what is allocated, oldest first
     * @return the warehouses, by order, line and SKU: the present one of what older orders come first for elsewhere; none of
     *     what no warehouse has enough
     */
    @Transactional
    public Map<OrderNumber, Map<LineArticle, Warehouse>> whereEnough(List<Demand> demands) {
        if (demands.isEmpty()) {
            return Map.of();
        }
        atCommit.now();
        BalanceLock.lockKnown(jdbc, demands.stream().flatMap(Demand::allKeys).collect(Collectors.toSet()));
        var found = new HashMap<OrderNumber, Map<LineArticle, Warehouse>>();
        var older = new OlderOfList(Demand.numbers(demands), new TreeMap<>(), new TreeMap<>());
        demands.forEach(demand -> found.put(demand.orderNumber(), whereEnough(demand, older)));
        return found;
    }

    private Map<LineArticle, Warehouse> whereEnough(Demand demand, OlderOfList older) {
        var found = new HashMap<LineArticle, Warehouse>();
        var behind = new HashSet<LineArticle>();
        var asked = demand.needs();
        for (int choice = 0; !asked.isEmpty(); choice++) {
            int rank = choice;
            var claims = rank == 0 ? Map.<StockKey, Long>of() : claimedFirst(demand, asked, older);
            var lacking = lacking(demand, asked, older.taken(), claims);
            asked.stream()
                    .filter(need -> !lacking.contains(LineArticle.of(need)))
                    .forEach(need -> {
                        found.put(LineArticle.of(need), need.warehouse());
                        if (rank > 0) {
                            older.taken().merge(need.key(), (long) need.quantity(), Long::sum);
                        }
                    });
            asked.stream()
                    .filter(need -> lacking.contains(LineArticle.of(need)) && claims.containsKey(need.key()))
                    .forEach(need -> behind.add(LineArticle.of(need)));
            asked = asked.stream()
                    .filter(need -> lacking.contains(LineArticle.of(need)))
                    .filter(need -> need.alternatives().size() > rank)
                    .map(need -> need.from(need.alternatives().get(rank)))
                    .toList();
        }
        demand.needs().stream()
                .filter(need -> !found.containsKey(LineArticle.of(need)))
                .forEach(need -> need.alternativeKeys()
                        .forEach(key -> older.awaited().merge(key, (long) need.quantity(), Long::sum)));
        demand.needs().stream()
                .filter(need -> behind.contains(LineArticle.of(need)))
                .forEach(need -> found.putIfAbsent(LineArticle.of(need), need.warehouse()));
        return found;
    }

    /** What older orders that wait elsewhere may be served with from these warehouses. */
    private Map<StockKey, Long> claimedFirst(Demand demand, List<Need> needs, OlderOfList older) {
        var keys = Need.wanted(needs).keySet();
        var claims = backorders.claimedFromElsewhere(keys, demand, older.orders());
        older.awaited().forEach((key, pieces) -> {
            if (keys.contains(key)) {
                claims.merge(key, pieces, Long::sum);
            }
        });
        return claims;
    }

    private Set<LineArticle> lacking(
            Demand demand, List<Need> needs, Map<StockKey, Long> taken, Map<StockKey, Long> claims) {
        var each = new ArrayList<Need>();
        needs.forEach(need -> each.add(need.by("%06d".formatted(each.size()))));
        var free = freeStock.to(List.of(demand), Need.wanted(each));
        Stream.of(taken, claims)
                .flatMap(some -> some.entrySet().stream())
                .forEach(one -> free.computeIfPresent(one.getKey(), (key, pieces) -> pieces - one.getValue()));
        return ServedNeeds.of(each, free).waiting().stream()
                .map(LineArticle::of)
                .collect(Collectors.toSet());
    }

    /**
     * What those of a list get or wait for that have had their turn.
     *
     * @param orders all of the list
     * @param taken in place of their own warehouses'
     * @param awaited where they may be served instead
     */
    private record OlderOfList(String[] orders, Map<StockKey, Long> taken, Map<StockKey, Long> awaited) {}
}
