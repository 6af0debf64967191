package jp.otodoke.demo.simulators.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.otodoke.demo.simulators.Fault;
import jp.otodoke.demo.simulators.SimulatedDeferredProvider;
import jp.otodoke.demo.simulators.SimulatedDeferredProvider.Said;
import jp.otodoke.demo.simulators.SimulatedDeferredProvider.Transaction;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP side of the simulated provider of 後払い, faults included. */
@RestController
@Profile("demo")
@RequestMapping("/demo/deferred")
class SimulatedDeferredApi {
    private enum What {
        REGISTER,
        UPDATE,
        REDUCE,
        CANCEL,
        REPORT,
        FIND
    }

    private final SimulatedDeferredProvider provider;
    private final JsonMapper json;
    private final Duration late;

    SimulatedDeferredApi(
            SimulatedDeferredProvider provider,
            JsonMapper json,
            @Value("${otodoke.deferred.simulated-delay:PT20S}") Duration late) {
        this.provider = provider;
        this.json = json;
        this.late = late;
    }

    @PostMapping("/transactions")
    Object register(@RequestBody JsonNode body) {
        return answer(body, What.REGISTER);
    }

    @PostMapping("/transactions/{what}")
    Object change(@PathVariable String what, @RequestBody JsonNode body) {
        return answer(body, What.valueOf(what.toUpperCase(Locale.ROOT)));
    }

    @PostMapping("/shipments")
    Object report(@RequestBody JsonNode body) {
        return answer(body, What.REPORT);
    }

    private Object answer(JsonNode body, What what) {
        if (provider.has(Fault.DEAD)) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).build();
        }
        var results = new ArrayList<Map<String, Object>>();
        var errors = new ArrayList<Map<String, Object>>();
        for (var transaction : body.path("transactions")) {
            var said = said(what, transaction);
            if (said.transaction() == null) {
                errors.add(Map.of(
                        "shop_transaction_id", text(transaction, "shop_transaction_id"),
                        "codes", List.of(String.valueOf(said.error()))));
            } else {
                results.add(fields(said.transaction()));
            }
        }
        if (provider.has(Fault.ANSWER_LOST)) {
            return lost();
        }
        if (provider.has(Fault.DUPLICATE)) {
            results.addAll(List.copyOf(results));
        }
        var answer = ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(bytes(Map.of("results", results, "errors", errors)));
        return provider.has(Fault.SLOW) ? late(answer) : answer;
    }

    private Said said(What what, JsonNode transaction) {
        var id = text(transaction, "shop_transaction_id");
        var amount = transaction.path("billed_amount").asLong(0);
        return switch (what) {
            case REGISTER -> provider.register(id, amount, person(transaction));
            case UPDATE -> provider.update(id, amount, person(transaction));
            case REDUCE -> provider.reduce(id, text(transaction, "new_shop_transaction_id"), amount);
            case CANCEL -> provider.cancel(id);
            case REPORT -> provider.report(id, text(transaction, "slip_no"));
            case FIND -> provider.find(id);
        };
    }

    private static String person(JsonNode transaction) {
        return transaction.path("customer") + " " + transaction.path("dest_customers");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    private Map<String, Object> fields(Transaction transaction) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("shop_transaction_id", transaction.shopId());
        fields.put("np_transaction_id", String.valueOf(transaction.npId()));
        fields.put("status", transaction.status());
        fields.put("authori_result", transaction.result());
        fields.put("authori_hold", transaction.hold().isEmpty() ? List.of() : List.of(transaction.hold()));
        fields.put("billed_amount", provider.has(Fault.WRONG_TOTALS) ? transaction.amount() + 1 : transaction.amount());
        return fields;
    }

    private byte[] bytes(Map<String, Object> answer) {
        Charset charset = provider.has(Fault.WRONG_ENCODING) ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        byte[] whole = json.writeValueAsString(answer).getBytes(charset);
        return provider.has(Fault.HALF_FILE) ? Arrays.copyOf(whole, whole.length / 2) : whole;
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
}
