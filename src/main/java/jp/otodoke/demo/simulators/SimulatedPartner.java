package jp.otodoke.demo.simulators;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The simulated partners; the code is also the user name on the SFTP server. */
public enum SimulatedPartner {
    WAREHOUSE,
    WAREHOUSE_COOL,
    CARRIER,
    CARD,
    DEFERRED,
    BANK,
    AGENCY,
    SHOP;

    /** Those that keep and ship goods. */
    static final List<SimulatedPartner> WAREHOUSES = List.of(WAREHOUSE, WAREHOUSE_COOL);

    private static final Charset CP932 = Charset.forName("windows-31j");

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static SimulatedPartner of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The code of the warehouse that the partner runs. */
    String warehouse() {
        return this == WAREHOUSE_COOL ? "COOL" : "MAIN";
    }

    Charset charset() {
        return this == SHOP ? StandardCharsets.UTF_8 : CP932;
    }

    public Set<Fault> faults() {
        var all = EnumSet.range(Fault.SLOW, Fault.ANSWER_LOST);
        if (this == CARRIER) {
            all.addAll(EnumSet.range(Fault.ABSENT, Fault.LOST));
        }
        return all;
    }
}
