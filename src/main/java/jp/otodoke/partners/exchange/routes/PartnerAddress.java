package jp.otodoke.partners.exchange.routes;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The address of a partner's SFTP server, such as {@code sftp://warehouse:secret@sftp.example.jp:22/otodoke}. */
public record PartnerAddress(String host, int port, String folder, String username, String password) {
    private static final int SSH = 22;

    /** @param name the environment variable it comes from, for the message if it is invalid */
    static PartnerAddress parse(String name, String url) {
        try {
            var uri = URI.create(url.strip());
            if (!"sftp".equals(uri.getScheme()) || uri.getHost() == null) {
                throw new IllegalArgumentException("it does not begin with sftp://host");
            }
            var user = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
            int colon = user.indexOf(':');
            return new PartnerAddress(
                    uri.getHost(),
                    uri.getPort() < 0 ? SSH : uri.getPort(),
                    uri.getPath().replaceAll("^/|/$", ""),
                    decoded(colon < 0 ? user : user.substring(0, colon)),
                    decoded(colon < 0 ? "" : user.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(name + " is not an SFTP address: " + e.getMessage(), e);
        }
    }

    PartnerAddress withLogin(String otherUsername, String otherPassword) {
        return new PartnerAddress(
                host,
                port,
                folder,
                otherUsername.isBlank() ? username : otherUsername,
                otherPassword.isBlank() ? password : otherPassword);
    }

    /** Identifies the folder from which files are fetched. */
    String inbox() {
        return "sftp://" + username + "@" + host + ":" + port + "/" + (folder.isEmpty() ? "" : folder + "/") + "in";
    }

    /** The properties that the partner's routes use. */
    Map<String, String> parameters() {
        var prefix = folder.isEmpty() ? "" : folder + "/";
        var values = new LinkedHashMap<String, String>();
        values.put("host", host);
        values.put("port", Integer.toString(port));
        values.put("in", prefix + "in");
        values.put("out", prefix + "out");
        values.put("username", username);
        values.put("password", password);
        return values;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
