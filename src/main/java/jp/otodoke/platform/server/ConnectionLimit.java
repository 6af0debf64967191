package jp.otodoke.platform.server;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.apache.catalina.util.NetMask;

/** How many connections an address may have; proxies stand for everybody and may have all. */
class ConnectionLimit {
    private final int mostPerAddress;
    private final List<NetMask> proxies;

    /** @param proxies networks such as {@code 10.0.0.5/32}, separated by commas */
    ConnectionLimit(int mostPerAddress, String proxies) {
        this.mostPerAddress = mostPerAddress;
        this.proxies = Arrays.stream(proxies.split(","))
                .map(String::strip)
                .filter(network -> !network.isEmpty())
                .map(NetMask::new)
                .toList();
    }

    int mostPerAddress() {
        return mostPerAddress;
    }

    boolean appliesTo(InetAddress address) {
        return proxies.stream().noneMatch(proxy -> proxy.matches(address));
    }
}
