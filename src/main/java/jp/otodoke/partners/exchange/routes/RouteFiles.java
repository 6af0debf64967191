package jp.otodoke.partners.exchange.routes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.camel.support.ResourceHelper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The source of the routes: the class path, or the folder named by {@code OTODOKE_ROUTES}; {@code off} for none. */
@Component
class RouteFiles {
    private static final String FILES = "/**/*.camel.yaml";

    private final String where;

    RouteFiles(@Value("${otodoke.routes:on}") String where) {
        this.where = where.strip();
    }

    boolean on() {
        return !where.equals("off");
    }

    List<org.apache.camel.spi.Resource> all() {
        var pattern = where.isEmpty() || where.equals("on") ? "classpath*:routes" : "file:" + where;
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern + FILES))
                    .map(RouteFiles::forCamel)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static org.apache.camel.spi.Resource forCamel(Resource file) {
        try {
            return ResourceHelper.fromBytes(file.getURL().toString(), file.getContentAsByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
