package jp.otodoke.partners.cardgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall;
import jp.otodoke.payments.CardCall.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks the protocol of {@code docs/partners/card.md}. A call that may have reached the gateway is never
 * repeated blindly: its result is unknown, and the gateway is asked for it.
 */
@Component
class CardGateway {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final CardGatewaySettings address;
    private final JsonMapper json;
    private final Duration patience;
    private final HttpClient http;

    CardGateway(
            CardGatewaySettings address, JsonMapper json, @Value("${otodoke.card.timeout:PT5S}") Duration patience) {
        this.address = address;
        this.json = json;
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build();
    }

    /** @throws GatewayBusy or {@link UncheckedIOException} where the call has not been taken; it may be repeated */
    CardTranscript ask(CardCall call) {
        try {
            var response = http.send(request(call), BodyHandlers.ofByteArray());
            if (response.statusCode() == UNAVAILABLE || response.statusCode() == TOO_MANY) {
                throw new GatewayBusy(response.statusCode());
            }
            return heard(call, response);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            throw new UncheckedIOException(e);
        } catch (IOException lost) {
            return new CardTranscript(
                    unknown(call),
                    asked(call) + "\n\n(no answer: " + lost.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("Interrupted while waiting for the card gateway", e));
        }
    }

    private HttpRequest request(CardCall call) {
        var request =
                HttpRequest.newBuilder(URI.create(address.base() + path(call))).timeout(patience);
        if (call.kind() == Kind.SEARCH) {
            return request.GET().build();
        }
        return request.header("Content-Type", "application/json")
                .header("Idempotency-Key", key(call))
                .POST(BodyPublishers.ofString(json.writeValueAsString(body(call)), StandardCharsets.UTF_8))
                .build();
    }

    /** The same for every attempt of one call, and for no other call. */
    private static String key(CardCall call) {
        return call.transactionNo() + ":" + call.kind() + ":" + call.callId();
    }

    private static String path(CardCall call) {
        var payment = "/payments/" + call.transactionNo();
        return switch (call.kind()) {
            case AUTHORISE -> "/payments";
            case CAPTURE -> payment + "/capture";
            case VOID -> payment + "/void";
            case REFUND -> payment + "/refund";
            case SEARCH -> payment;
        };
    }

    private static Map<String, Object> body(CardCall call) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (call.kind() == Kind.AUTHORISE) {
            body.put("transactionNo", call.transactionNo());
        }
        if (call.kind() != Kind.VOID) {
            body.put("amount", call.amount());
        }
        if (call.kind() == Kind.AUTHORISE) {
            body.put("token", String.valueOf(call.token()));
            body.put("capture", false);
        }
        return body;
    }

    private CardTranscript heard(CardCall call, HttpResponse<byte[]> response) {
        var text = new String(response.body(), StandardCharsets.UTF_8);
        var answer = CardReply.read(json, response.statusCode(), text)
                .map(reply -> reply.answerTo(call))
                .orElseGet(() -> unknown(call));
        return new CardTranscript(answer, asked(call) + "\n\n" + response.statusCode() + "\n" + text.replace("\0", ""));
    }

    private static CardAnswer unknown(CardCall call) {
        return new CardAnswer(call.callId(), Outcome.UNKNOWN, null, null);
    }

    private String asked(CardCall call) {
        if (call.kind() == Kind.SEARCH) {
            return "GET " + path(call);
        }
        var body = body(call);
        body.computeIfPresent("token", (name, token) -> "***");
        return "POST " + path(call) + "\nIdempotency-Key: " + key(call) + "\n\n" + json.writeValueAsString(body);
    }
}
