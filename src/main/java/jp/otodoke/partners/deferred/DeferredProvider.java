package jp.otodoke.partners.deferred;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import jp.otodoke.payments.DeferredAnswer;
import jp.otodoke.payments.DeferredAnswer.Outcome;
import jp.otodoke.payments.DeferredCall;
import jp.otodoke.payments.DeferredCall.Kind;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client of the protocol in {@code docs/partners/deferred.md}. A call that may have reached the provider is never repeated
 * blindly: its result is unknown, and the provider is asked for it.
 */
@Component
class DeferredProvider {
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final DeferredSettings settings;
    private final DeferredCarriers carriers;
    private final JsonMapper json;
    private final RestClient http;

    DeferredProvider(
            DeferredSettings settings,
            DeferredCarriers carriers,
            JsonMapper json,
            @Value("${otodoke.deferred.timeout:PT10S}") Duration patience) {
        this.settings = settings;
        this.carriers = carriers;
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

    /** @throws ProviderBusy or {@link UncheckedIOException} if the call was not taken; it may be repeated */
    DeferredTranscript ask(DeferredCall call) {
        var carrier = carriers.code(call.carrier() == null ? "" : call.carrier());
        if (call.kind() == Kind.REPORT && carrier.isEmpty()) {
            return new DeferredTranscript(
                    new DeferredAnswer(call.id(), Outcome.ERROR, null, List.of("CARRIER"), null),
                    "(not sent: the provider has no code of the carrier " + call.carrier() + ")");
        }
        return ask(call, DeferredRequest.of(call, carrier.orElse("")));
    }

    private DeferredTranscript ask(DeferredCall call, DeferredRequest request) {
        var body = json.writeValueAsString(request.body());
        var asked = "POST " + request.path() + "\n\n" + body;
        try {
            return http.post()
                    .uri(URI.create(settings.base() + request.path()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .header(HttpHeaders.AUTHORIZATION, settings.authorization())
                    .header("X-NP-Terminal-Id", settings.terminal())
                    .body(body.getBytes(StandardCharsets.UTF_8))
                    .exchange((sent, response) -> heard(call, asked, response));
        } catch (ResourceAccessException failed) {
            return lost(call, asked, failed);
        }
    }

    private static DeferredTranscript lost(DeferredCall call, String asked, ResourceAccessException failed) {
        var cause = failed.getCause() instanceof IOException io ? io : new IOException(failed);
        if (cause instanceof ConnectException
                || cause instanceof HttpConnectTimeoutException
                || cause.getCause() instanceof InterruptedException) {
            throw new UncheckedIOException(cause);
        }
        return new DeferredTranscript(
                DeferredAnswer.unknown(call.id()),
                asked + "\n\n(no answer: " + cause.getClass().getSimpleName() + ")");
    }

    private DeferredTranscript heard(DeferredCall call, String asked, ClientHttpResponse response) throws IOException {
        var status = response.getStatusCode().value();
        if (status == UNAVAILABLE || status == TOO_MANY) {
            throw new ProviderBusy(status);
        }
        var text = new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8);
        return new DeferredTranscript(
                DeferredReply.read(json, status, text, call), asked + "\n\n" + status + "\n" + text.replace("\0", ""));
    }
}
