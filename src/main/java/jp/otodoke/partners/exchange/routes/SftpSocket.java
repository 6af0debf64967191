package jp.otodoke.partners.exchange.routes;

import com.jcraft.jsch.SocketFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The socket of a session, which can be closed while another thread reads or writes. */
class SftpSocket implements SocketFactory {
    private final int connectMillis;
    private volatile @Nullable Socket open;

    SftpSocket(int connectMillis) {
        this.connectMillis = connectMillis;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        var socket = new Socket();
        open = socket;
        socket.connect(new InetSocketAddress(host, port), connectMillis);
        return socket;
    }

    @Override
    public InputStream getInputStream(Socket socket) throws IOException {
        return socket.getInputStream();
    }

    @Override
    public OutputStream getOutputStream(Socket socket) throws IOException {
        return socket.getOutputStream();
    }

    void close() {
        var socket = open;
        if (socket != null) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
