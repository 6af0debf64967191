package jp.otodoke.platform.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import jp.otodoke.platform.files.FileContent;

/** A request whose body has been read already and can be read again. */
class RepeatableRequest extends HttpServletRequestWrapper {
    private final FileContent body;

    RepeatableRequest(HttpServletRequest request, FileContent body) {
        super(request);
        this.body = body;
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Again(body);
    }

    @Override
    public BufferedReader getReader() {
        var named = getCharacterEncoding();
        var charset = named == null ? StandardCharsets.UTF_8 : Charset.forName(named);
        return new BufferedReader(new InputStreamReader(getInputStream(), charset));
    }

    private static class Again extends ServletInputStream {
        private final InputStream bytes;
        private long left;

        Again(FileContent body) {
            bytes = body.stream();
            left = body.size();
        }

        @Override
        public int read() throws IOException {
            left--;
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int count = bytes.read(into, offset, length);
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public boolean isFinished() {
            return left <= 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("The body is here already");
        }
    }
}
