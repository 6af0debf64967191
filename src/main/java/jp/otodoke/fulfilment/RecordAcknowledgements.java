package jp.otodoke.fulfilment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.otodoke.shared.BusinessClock;
import jp.otodoke.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The warehouse says which instructions it takes. */
@Component
public class RecordAcknowledgements {
    private final Shipments shipments;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    RecordAcknowledgements(Shipments shipments, ApplicationEventPublisher events, BusinessClock clock) {
        this.shipments = shipments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Repeats and answers that come after the goods have left change nothing. What the warehouse refuses
     * is cancelled where that was asked for.
     */
    @Transactional
    public void record(List<Acknowledgement> acknowledgements) {
        var found = find(acknowledgements);
        var news = new ArrayList<String>();
        var refused = new ArrayList<String>();
        for (var answer : acknowledgements) {
            var shipment = found.get(answer.shipmentNumber());
            if (shipment == null) {
                throw new InvalidInput("ship_no", "unknown", "出荷番号「%s」はありません".formatted(answer.shipmentNumber()));
            }
            if (!answer.accepted() && shipment.status() == ShipmentStatus.CANCEL_PENDING) {
                shipment.reject(answer.code(), answer.text());
                shipment.cancelAnswered(CancelResult.CANCELLED, clock.instant());
                refused.add(shipment.number());
            } else if (answer.accepted() ? shipment.accept(clock.instant()) : rejected(shipment, answer)) {
                news.add(shipment.number());
            }
        }
        shipments.saveAllAndFlush(found.values());
        if (!refused.isEmpty()) {
            events.publishEvent(new ShipmentNews(ShipmentNews.Kind.CANCELLED, refused));
        }
        if (!news.isEmpty()) {
            events.publishEvent(new ShipmentNews(ShipmentNews.Kind.ACKNOWLEDGED, news));
        }
    }

    private static boolean rejected(Shipment shipment, Acknowledgement answer) {
        if (shipment.status() != ShipmentStatus.INSTRUCTED || shipment.rejectCode() != null) {
            return false;
        }
        shipment.reject(answer.code(), answer.text());
        return true;
    }

    private Map<String, Shipment> find(List<Acknowledgement> acknowledgements) {
        var numbers = acknowledgements.stream()
                .map(Acknowledgement::shipmentNumber)
                .distinct()
                .toList();
        return shipments.findAllById(numbers).stream().collect(Collectors.toMap(Shipment::number, Function.identity()));
    }
}
