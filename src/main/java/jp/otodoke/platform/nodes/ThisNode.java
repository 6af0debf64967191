package jp.otodoke.platform.nodes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Component;

/** This process among those that share the database. Its name is never reused. */
@Component
public class ThisNode {
    private final String name = host() + "-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());

    public String name() {
        return name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "node";
        }
    }
}
