package jp.otodoke.platform.server;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP on connections of which an address has only some; public, since the server makes it by its name. */
public class CappedProtocol extends Http11NioProtocol {
    private final CappedEndpoint endpoint;

    public CappedProtocol() {
        this(new CappedEndpoint());
    }

    private CappedProtocol(CappedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void limit(ConnectionLimit limit) {
        endpoint.limit(limit);
    }
}
