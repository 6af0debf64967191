package jp.otodoke.fulfilment.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.otodoke.catalog.Catalog;
import jp.otodoke.catalog.Product;
import jp.otodoke.fulfilment.FindShipment;
import jp.otodoke.fulfilment.Shipment;
import jp.otodoke.fulfilment.ShipmentLine;
import jp.otodoke.fulfilment.TrackingUrls;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.OrderNumber;
import jp.otodoke.shared.ShipmentNumber;
import jp.otodoke.shared.Sku;
import jp.otodoke.workflow.CaseTrail;
import jp.otodoke.workflow.PathMap;
import jp.otodoke.workflow.ProcessMonitor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Loads what the page of a shipment shows. */
@Component
class LoadShipmentView {
    private final FindShipment shipments;
    private final ShipmentList list;
    private final ProcessMonitor processes;
    private final Catalog catalog;
    private final BusinessClock clock;

    LoadShipmentView(
            FindShipment shipments, ShipmentList list, ProcessMonitor processes, Catalog catalog, BusinessClock clock) {
        this.shipments = shipments;
        this.list = list;
        this.processes = processes;
        this.catalog = catalog;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    View load(ShipmentNumber number) {
        var shipment = shipments.get(number);
        var path = processes.path("shipment", number.value());
        return new View(
                shipment,
                shipment.lines(),
                names(shipment),
                shipment.orderNumbers(),
                TrackingUrls.of(shipment.carrier(), shipment.trackingNumber()).orElse(null),
                list.tracks(number),
                PathMap.of(path),
                processes.trail(path));
    }

    private Map<Sku, String> names(Shipment shipment) {
        var skus = shipment.lines().stream().map(ShipmentLine::sku).collect(Collectors.toSet());
        return catalog.find(skus, clock.today()).values().stream()
                .collect(Collectors.toMap(Product::sku, Product::name));
    }

    /**
     * @param names of what is registered as a product
     * @param followed the carrier's page about the parcel
     * @param path its way on the map of the process
     */
    record View(
            Shipment shipment,
            List<ShipmentLine> lines,
            Map<Sku, String> names,
            Set<OrderNumber> orders,
            @Nullable String followed,
            List<ShipmentList.Track> tracks,
            String path,
            List<CaseTrail.Stop> trail) {}
}
