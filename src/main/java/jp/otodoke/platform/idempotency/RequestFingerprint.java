package jp.otodoke.platform.idempotency;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import jp.otodoke.platform.files.FileContent;
import org.jspecify.annotations.Nullable;

/** Tells whether two requests are the same: method, path and content. The boundary of a multipart body is ignored. */
class RequestFingerprint {
    private final MessageDigest digest;

    RequestFingerprint(HttpServletRequest request) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        add(request.getMethod(), request.getRequestURI(), request.getQueryString());
    }

    RequestFingerprint body(FileContent body) throws IOException {
        add(body.stream());
        return this;
    }

    RequestFingerprint parts(HttpServletRequest request) throws IOException, ServletException {
        for (var part : request.getParts()) {
            part(part);
        }
        return this;
    }

    RequestFingerprint fields(HttpServletRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            add(name);
            add(values);
        });
        return this;
    }

    private void part(Part part) throws IOException {
        add(part.getName(), part.getSubmittedFileName(), String.valueOf(part.getSize()));
        add(part.getInputStream());
    }

    private void add(InputStream bytes) throws IOException {
        try (bytes) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
    }

    private void add(@Nullable String... texts) {
        for (var text : texts) {
            digest.update(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
    }

    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
