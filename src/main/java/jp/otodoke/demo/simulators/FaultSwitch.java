package jp.otodoke.demo.simulators;

/** One fault of one partner, and whether it is on; published when it is switched. */
public record FaultSwitch(String partner, String fault, boolean on) {}
