package jp.otodoke.demo.simulators.web;

import jp.otodoke.demo.simulators.SimulatedChargebacks;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plays the cardholder who disputes a charge, and the card company that decides. */
@RestController
@Profile("demo")
@RequestMapping("/demo/card/chargebacks")
class SimulatedChargebackApi {
    record DisputeRequest(String transactionNo, @Nullable Long amount, @Nullable String reason) {}

    private final SimulatedChargebacks chargebacks;

    SimulatedChargebackApi(SimulatedChargebacks chargebacks) {
        this.chargebacks = chargebacks;
    }

    @PostMapping
    ResponseEntity<SimulatedChargebacks.Chargeback> open(@RequestBody DisputeRequest request) {
        return chargebacks
                .open(request.transactionNo(), request.amount(), request.reason())
                .map(made -> ResponseEntity.status(HttpStatus.CREATED).body(made))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/{id}/{state:won|lost}")
    ResponseEntity<SimulatedChargebacks.Chargeback> decide(@PathVariable String id, @PathVariable String state) {
        return ResponseEntity.of(chargebacks.decide(id, state));
    }
}
