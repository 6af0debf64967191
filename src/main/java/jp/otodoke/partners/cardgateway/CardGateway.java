package jp.otodoke.partners.cardgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.otodoke.payments.CardAnswer;
import jp.otodoke.payments.CardAnswer.Outcome;
import jp.otodoke.payments.CardCall;
import jp.otodoke.payments.CardCall.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client of the protocol in {@code docs/partners/card.md}. A call that may have reached the gateway is never
 * repeated blindly: its result is unknown, and the gateway is queried for it.
 */
@Component
class CardGateway {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final CardGatewaySettings address;
    private final JsonMapper json;
    private final RestClient http;

    CardGateway(
            CardGatewaySettings address, JsonMapper json, @Value("${otodoke.card.timeout:PT5S}") Duration patience) {
        this.address = address;
        this.json = json;
        this.http = RestClient.builder().requestFactory(once(patience)).build();
    }

    /** Java's client sends a POST once and follows no redirects; others retry on their own. */
    private static JdkClientHttpRequestFactory once(Duration patience) {
        var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience)
                .build());
        factory.setReadTimeout(patience);
        return factory;
    }

    /** @throws GatewayBusy or {@link UncheckedIOException} if the call was not accepted; it may be repeated */
    CardTranscript ask(CardCall call) {
        try {
            return request(call).exchange((asked, response) -> heard(call, response));
        } catch (ResourceAccessException failed) {
            return lost(call, failed);
        }
    }

    private RestClient.RequestHeadersSpec<?> request(CardCall call) {
        var address = URI.create(this.address.base() + path(call));
        if (call.kind() == Kind.SEARCH) {
            return http.get().uri(address);
        }
        return http.method(HttpMethod.POST)
                .uri(address)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Idempotency-Key", key(call))
                .body(json.writeValueAsBytes(body(call)));
    }

    private CardTranscript lost(CardCall call, ResourceAccessException failed) {
        var cause = failed.getCause() instanceof IOException io ? io : new IOException(failed);
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause.getCause() instanceof InterruptedException) {
            throw new UncheckedIOException(cause);
        }
        return new CardTranscript(
                unknown(call),
                asked(call) + "\n\n(no answer: " + cause.getClass().getSimpleName() + ")");
    }

    /** The same for every attempt of one call, or of one refund, and for no other. */
    private static String key(CardCall call) {
        return call.refundKey() == null
                ? call.transactionNo() + ":" + call.kind() + ":" + call.callId()
                : call.refundKey();
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

    private CardTranscript heard(CardCall call, ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        if (status == UNAVAILABLE || status == TOO_MANY) {
            throw new GatewayBusy(status);
        }
        var text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        var answer = CardReply.read(json, status, text)
                .map(reply -> reply.answerTo(call))
                .orElseGet(() -> unknown(call));
        return new CardTranscript(answer, asked(call) + "\n\n" + status + "\n" + text.replace("\0", ""));
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
