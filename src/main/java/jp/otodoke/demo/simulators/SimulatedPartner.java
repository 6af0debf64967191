package jp.otodoke.demo.simulators;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The simulated partners; the code is also the user name on the SFTP server. */
public enum SimulatedPartner {
    WAREHOUSE,
    CARRIER,
    CARD,
    BANK,
    SHOP;

    private static final Charset CP932 = Charset.forName("windows-31j");

    public String code() {
        return name().toLowerCase(Locale.ROOT);
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
