package jp.otodoke.partners.exchange.routes;

import com.jcraft.jsch.JSch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Key exchanges of connections to partners. The library tries before each connection which ones this Java can do, even
 * those that it never offers; one of them takes longer than all the rest of the connection.
 */
final class KeyExchanges {
    private static final String OFFERED = "kex";
    private static final String TRIED = "CheckKexes";

    private KeyExchanges() {}

    /** From now on only those are tried that are offered, too. */
    static void tryOnlyOffered() {
        var offered = list(OFFERED);
        JSch.setConfig(TRIED, list(TRIED).stream().filter(offered::contains).collect(Collectors.joining(",")));
    }

    private static List<String> list(String setting) {
        return Arrays.asList(JSch.getConfig(setting).split(","));
    }
}
