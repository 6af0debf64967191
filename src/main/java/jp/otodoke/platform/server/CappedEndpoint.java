package jp.otodoke.platform.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.jspecify.annotations.Nullable;

/** Closes a new connection of an address that has too many already, before a byte of it is read. */
class CappedEndpoint extends NioEndpoint {
    private volatile @Nullable ConnectionLimit limit;

    void limit(ConnectionLimit limit) {
        this.limit = limit;
    }

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
        if (tooMany(socket)) {
            destroySocket(socket);
            return false;
        }
        return super.setSocketOptions(socket);
    }

    private boolean tooMany(SocketChannel socket) {
        var known = limit;
        if (known == null || connections.size() < known.mostPerAddress()) {
            return false;
        }
        var address = addressOf(socket);
        return address != null
                && known.appliesTo(address)
                && connections.keySet().stream()
                                .filter(open -> address.equals(addressOf(open)))
                                .count()
                        >= known.mostPerAddress();
    }

    /** Nothing where the other side has gone already. */
    private static @Nullable InetAddress addressOf(SocketChannel socket) {
        try {
            return socket.getRemoteAddress() instanceof InetSocketAddress internet ? internet.getAddress() : null;
        } catch (IOException closed) {
            return null;
        }
    }
}
