package jp.otodoke.demo.simulators;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.otodoke.demo.simulators.SimulatedEvents.Kind;
import jp.otodoke.demo.simulators.SimulatedEvents.SimEvent;
import jp.otodoke.shared.BusinessClock;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reports card outcomes to Otodoke by signed webhook; if not accepted, again an hour later. */
@Component("simulatedCardNotices")
@Simulated
class SimulatedCardNotices {
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final SimulatedEvents events;
    private final SimulatedCardGateway gateway;
    private final SimulatedChargebacks chargebacks;
    private final JsonMapper json;
    private final PartnerFaults faults;
    private final Environment environment;
    private final BusinessClock clock;

    SimulatedCardNotices(
            SimulatedEvents events,
            SimulatedCardGateway gateway,
            SimulatedChargebacks chargebacks,
            JsonMapper json,
            PartnerFaults faults,
            Environment environment,
            BusinessClock clock) {
        this.events = events;
        this.gateway = gateway;
        this.chargebacks = chargebacks;
        this.json = json;
        this.faults = faults;
        this.environment = environment;
        this.clock = clock;
    }

    /** Sends the next notification and returns whether there was one. */
    @Transactional
    public int send() {
        List<SimEvent> due = events.take(Kind.NOTIFY, 1);
        due.forEach(this::send);
        return due.size();
    }

    private void send(SimEvent event) {
        gateway.find(event.subject())
                .ifPresent(payment -> send(
                        event,
                        """
                        {"id":"evt_%s","type":"payment.updated","transactionNo":"%s","status":"%s"}"""
                                .formatted(UUID.randomUUID(), payment.transactionNo(), payment.status())));
    }

    /** Reports the next chargeback, or what became of one, and returns whether there was one. */
    @Transactional
    public int sendChargebacks() {
        List<SimEvent> due = events.take(Kind.CHARGEBACK, 1);
        due.forEach(this::sendChargeback);
        return due.size();
    }

    private void sendChargeback(SimEvent event) {
        String[] named = event.subject().split(":", 2);
        chargebacks
                .find(named[1])
                .ifPresent(one -> send(
                        event,
                        json.writeValueAsString(Map.of(
                                "id", "evt_" + named[0] + "_" + one.id(),
                                "type", "chargeback." + named[0],
                                "transactionNo", one.transactionNo(),
                                "chargebackId", one.id(),
                                "amount", one.amount(),
                                "reason", one.reason()))));
    }

    private void send(SimEvent event, String body) {
        boolean taken = post(body);
        if (faults.on(SimulatedPartner.CARD, Fault.DUPLICATE)) {
            taken = post(body) && taken;
        }
        if (!taken && event.amount() + 1 < MAX_ATTEMPTS) {
            events.plan(List.of(new SimEvent(
                    event.kind(),
                    event.subject(),
                    event.amount() + 1,
                    clock.instant().plus(PAUSE))));
        }
    }

    private boolean post(String body) {
        String secret = environment.getProperty("otodoke.card.webhook-secret", "");
        String port = environment.getProperty("local.server.port", "8080");
        String url = environment.getProperty(
                "otodoke.card.webhook-url", "http://localhost:" + port + "/api/v1/webhooks/card");
        long at = clock.instant().getEpochSecond();
        var request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", "t=" + at + ",v1=" + sign(secret, at + "." + body))
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static String sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
