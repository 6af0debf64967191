package jp.otodoke.demo.simulators.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.otodoke.demo.simulators.Fault;
import jp.otodoke.demo.simulators.SimulatedCardGateway;
import jp.otodoke.demo.simulators.SimulatedCardGateway.Change;
import jp.otodoke.demo.simulators.SimulatedCardGateway.Payment;
import jp.otodoke.demo.simulators.SimulatedCardGateway.Reply;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side of the simulated card company, faults included. */
@RestController
@Profile("demo")
@RequestMapping("/demo/card/payments")
class SimulatedCardGatewayApi {
    record PayRequest(String transactionNo, long amount, @Nullable String token, boolean capture) {}

    record AmountRequest(@Nullable Long amount) {}

    private final SimulatedCardGateway gateway;
    private final JsonMapper json;
    private final Duration late;

    SimulatedCardGatewayApi(
            SimulatedCardGateway gateway,
            JsonMapper json,
            @Value("${otodoke.card.simulated-delay:PT20S}") Duration late) {
        this.gateway = gateway;
        this.json = json;
        this.late = late;
    }

    @PostMapping
    Object pay(@RequestHeader("Idempotency-Key") String key, @RequestBody PayRequest request) {
        if (gateway.has(Fault.DEAD)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        String token = request.token() == null ? "" : request.token();
        return answer(gateway.pay(key, request.transactionNo(), request.amount(), token));
    }

    @PostMapping("/{transactionNo}/{change:capture|void|refund}")
    Object change(
            @RequestHeader("Idempotency-Key") String key,
            @PathVariable String transactionNo,
            @PathVariable String change,
            @RequestBody(required = false) @Nullable AmountRequest request) {
        if (gateway.has(Fault.DEAD)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        Change what = Change.valueOf(change.toUpperCase(Locale.ROOT));
        Optional<Reply> reply = gateway.change(what, key, transactionNo, request == null ? null : request.amount());
        return reply.map(this::answer).orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/{transactionNo}")
    Object find(@PathVariable String transactionNo) {
        if (gateway.has(Fault.DEAD)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        Optional<Payment> payment = gateway.find(transactionNo);
        if (payment.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        return answer(new Reply(HttpStatus.OK.value(), payment.get(), !gateway.has(Fault.ANSWER_LOST)));
    }

    private Object answer(Reply reply) {
        if (!reply.delivered()) {
            return lost();
        }
        ResponseEntity<byte[]> answer = ResponseEntity.status(reply.httpStatus())
                .contentType(MediaType.APPLICATION_JSON)
                .body(body(reply.payment()));
        return gateway.has(Fault.SLOW) ? late(answer) : answer;
    }

    /** The connection hangs until both sides have timed out. */
    private DeferredResult<ResponseEntity<byte[]>> lost() {
        var never = new DeferredResult<ResponseEntity<byte[]>>(late.toMillis());
        never.onTimeout(() -> never.setErrorResult(
                ResponseEntity.status(HttpStatus.GATEWAY_TIMEOUT).build()));
        return never;
    }

    private DeferredResult<ResponseEntity<byte[]>> late(ResponseEntity<byte[]> answer) {
        var result =
                new DeferredResult<ResponseEntity<byte[]>>(late.multipliedBy(2).toMillis());
        CompletableFuture.delayedExecutor(late.toMillis(), TimeUnit.MILLISECONDS)
                .execute(() -> result.setResult(answer));
        return result;
    }

    private byte[] body(Payment payment) {
        Charset charset = gateway.has(Fault.WRONG_ENCODING) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        byte[] whole = json.writeValueAsString(fields(payment)).getBytes(charset);
        return gateway.has(Fault.HALF_FILE) ? Arrays.copyOf(whole, whole.length / 2) : whole;
    }

    private LinkedHashMap<String, Object> fields(Payment payment) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", payment.id());
        fields.put("transactionNo", payment.transactionNo());
        fields.put("status", payment.status());
        fields.put("amount", gateway.has(Fault.WRONG_TOTALS) ? payment.amount() + 1 : payment.amount());
        if (payment.code() != null) {
            fields.put("code", payment.code());
        }
        fields.put("card", Map.of("last4", payment.last4(), "brand", "VISA", "expires", payment.expires()));
        fields.put("refunds", payment.refunds());
        return fields;
    }
}
